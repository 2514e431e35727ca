// Audits a running hub against the GraphQL over HTTP specification; prints one JSON line per audit.
// URL and token come by environment, so that no token is seen in a list of processes.
import { serverAudits } from 'graphql-http';

const { HUB_URL: url, HUB_TOKEN: token } = process.env;

const fetchFn = (address, init = {}) =>
  fetch(address, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });

for (const audit of serverAudits({ url, fetchFn })) {
  const result = await audit.fn();
  console.log(
    JSON.stringify({
      id: audit.id,
      name: audit.name,
      status: result.status,
      reason: result.reason ?? null,
      body: result.status === 'ok' ? null : await result.response?.text().catch(() => null) ?? null,
    }),
  );
}
