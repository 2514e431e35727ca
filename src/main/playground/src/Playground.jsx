import { useEffect, useMemo, useState } from 'react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { ask, connect } from './fetcher.js';
import { EXAMPLES_PLUGINS, Demo, Welcome } from './ExamplesPlugin.jsx';
import { LoginBar } from './LoginBar.jsx';
import { reasonFor, reasonsOf } from './reasons.js';
import { Session } from './session.js';
import { preferredLanguage, TEXTS } from './texts.js';

export function Playground() {
  const [language, setLanguage] = useState(preferredLanguage);
  const [clients, setClients] = useState([]);
  const [session, setSession] = useState(null);
  const [validUntil, setValidUntil] = useState(null);
  const [problem, setProblem] = useState('');
  const [reasons, setReasons] = useState([]);
  const [reason, setReason] = useState(undefined);
  const [welcome] = useState(TEXTS[language].welcome);
  const texts = TEXTS[language];

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `联济 Lianji · ${texts.name}`;
  }, [language, texts]);

  useEffect(() => {
    demoClients().then(setClients, (error) => setProblem(error.message));
  }, []);

  const connection = useMemo(() => (session ? connect(session) : signedOut(texts)), [session, texts]);
  useEffect(() => () => connection.close(), [connection]);

  async function signIn(client) {
    const next = new Session(client, setValidUntil);
    next.language = language;
    try {
      await next.renew();
      const possible = await reasonsOf(client, (params) => ask(next, params));
      setReasons(possible);
      setReason(possible[0]);
      setSession(next);
      setProblem('');
    } catch (error) {
      setProblem(error.status ? texts.signInFailed(error.status) : error.message);
    }
  }

  if (session) Object.assign(session, { reason, language });
  const demo = useMemo(
    () => ({
      client: session?.client,
      language,
      onOpen: (query) => setReason(reasonFor(query, reasons)),
    }),
    [session, language, reasons],
  );
  const plugins = useMemo(() => [EXAMPLES_PLUGINS[language], HISTORY_PLUGIN], [language]);

  return (
    <>
      <LoginBar
        {...{ language, clients, session, validUntil, problem, reasons, reason }}
        onLanguage={setLanguage}
        onReason={setReason}
        onSignIn={signIn}
        onSignOut={() => setSession(null)}
      />
      <main>
        <Demo value={demo}>
          <GraphiQL
            fetcher={connection.fetcher}
            schema={session?.client.readsSchema ? undefined : null} // null: don't ask for the schema
            storage={null} // queries, variables and answers may hold personal data: nothing is kept
            shouldPersistHeaders={false}
            defaultQuery={welcome}
            defaultEditorToolsVisibility="variables"
            plugins={plugins}
            visiblePlugin={plugins[0]}
          >
            <GraphiQL.Logo>
              <Welcome />
              GraphiQL
            </GraphiQL.Logo>
          </GraphiQL>
        </Demo>
      </main>
    </>
  );
}

/** Until somebody signs in there is nobody to ask as. */
function signedOut(texts) {
  return {
    fetcher: async () => ({ errors: [{ message: texts.signInFirst }] }),
    close() {},
  };
}

async function demoClients() {
  const response = await fetch('clients.json');
  if (!response.ok) throw new Error(TEXTS[preferredLanguage()].noClients(response.status));
  return response.json();
}
