// Signs in at a running hub as each of its demo clients and asks all that the playground offers them, with the reason
// that it picks: what is refused, or answers nothing, is printed, and the exit code says whether there was any.
import { groupsFor, variablesOf } from '../../main/playground/src/audience.js';
import { headersOf, reasonFor, reasonsOf } from '../../main/playground/src/reasons.js';

const [hub] = process.argv.slice(2);
let asked = 0;
let wrong = 0;

const clients = await (await fetch(`${hub}/playground/clients.json`)).json();
const left = [...clients];
await Promise.all(Array.from({ length: 4 }, askAllOfTheNext));
console.log(`${asked - wrong} of ${asked} questions of ${clients.length} clients are answered`);
process.exitCode = wrong > 0 ? 1 : 0;

async function askAllOfTheNext() {
  for (let client = left.shift(); client; client = left.shift()) await askAll(client);
}

async function askAll(client) {
  const authorization = `Bearer ${await token(client)}`;
  const ask = (params, reason) => post(params, { authorization, ...headersOf(reason) });
  const reasons = await reasonsOf(client, ask);
  for (const { code, examples } of groupsFor(client)) {
    for (const example of examples) {
      const params = { query: example.query, variables: variablesOf(example) };
      judge(`${client.clientId} ${code} ${example.title.en}`, await ask(params, reasonFor(example.query, reasons)));
    }
  }
}

function judge(what, { errors, data }) {
  asked += 1;
  if (!errors && says(data)) return;
  wrong += 1;
  console.log(`${what}: ${errors ? errors.map(({ extensions }) => extensions?.code).join(', ') : 'nothing'}`);
}

async function token({ clientId, secret }) {
  const response = await fetch(`${hub}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return (await response.json()).access_token;
}

async function post(params, headers) {
  const response = await fetch(`${hub}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(params),
  });
  return response.json();
}

/** Whether each field of the root leads to a value. */
function says(data) {
  return Object.values(data).every(hasValue);
}

function hasValue(part) {
  if (Array.isArray(part)) return part.some(hasValue);
  if (part === null || typeof part !== 'object') return part !== null && part !== false;
  return Object.entries(part).some(([name, value]) => name !== '__typename' && hasValue(value));
}
