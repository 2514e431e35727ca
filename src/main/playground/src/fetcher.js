import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-ws';
import { greetingOf, headersOf } from './reasons.js';
import { TEXTS } from './texts.js';

const GRAPHQL = '../graphql';

/** How GraphiQL reaches the hub as `session`: subscriptions by WebSocket, all else by POST. */
export function connect(session) {
  const socket = createClient({
    url: new URL(GRAPHQL, location.href).href.replace(/^http/, 'ws'),
    connectionParams: () => greetingOf(session),
  });
  return {
    fetcher(params, { documentAST, headers } = {}) {
      const operation = documentAST && getOperationAST(documentAST, params.operationName);
      return operation?.operation === 'subscription'
        ? subscribe(session, socket, params)
        : post(session, params, headers);
    },
    close: () => socket.terminate(),
  };
}

/** One question outside of the editor. */
export const ask = (session, params) => post(session, params);

async function post(session, params, headers) {
  const send = async () =>
    fetch(GRAPHQL, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'accept-language': session.language === 'en' ? 'en' : 'zh-CN',
        ...headersOf(session.reason),
        ...headers,
        authorization: await session.authorization(),
      },
      body: JSON.stringify(params),
      credentials: 'omit',
    });

  let response = await send();
  if (response.status === 401) {
    // The hub was restarted and no longer knows the token.
    await session.renew();
    response = await send();
  }
  return isJson(response) ? response.json() : { errors: [{ message: refusal(response) }] };
}

function subscribe(session, socket, params) {
  return {
    subscribe: (sink) => ({
      unsubscribe: socket.subscribe(params, { ...sink, error: (cause) => sink.error(readable(cause, session)) }),
    }),
  };
}

function isJson(response) {
  return /[/+]json\b/.test(response.headers.get('content-type') ?? '');
}

function refusal(response) {
  const why = response.headers.get('www-authenticate') ?? response.statusText;
  return `HTTP ${response.status} ${why}`.trim();
}

function readable(cause, { language }) {
  return cause instanceof CloseEvent
    ? new Error(`${TEXTS[language].connectionClosed}: ${cause.code} ${cause.reason}`.trim())
    : cause;
}
