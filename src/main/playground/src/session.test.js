import assert from 'node:assert/strict';
import test from 'node:test';
import { Session } from './session.js';

const MZ = { clientId: 'mz', secret: 'mz-demo' };

function tokensLasting(t, seconds) {
  t.mock.timers.enable({ apis: ['Date'] });
  let issued = 0;
  return t.mock.method(globalThis, 'fetch', async () =>
    Response.json({ access_token: `token-${++issued}`, expires_in: seconds }),
  );
}

test('asks for a token with the client credentials', async (t) => {
  const fetched = tokensLasting(t, 300);
  await new Session(MZ).renew();
  const [, { headers, body }] = fetched.mock.calls[0].arguments;
  assert.equal(headers.authorization, 'Basic bXo6bXotZGVtbw==');
  assert.equal(body.toString(), 'grant_type=client_credentials');
});

test('keeps a token while it is good, and renews it just before it ends', async (t) => {
  const fetched = tokensLasting(t, 300);
  const session = new Session(MZ);
  assert.equal(await session.authorization(), 'Bearer token-1');
  t.mock.timers.tick(289_000);
  assert.equal(await session.authorization(), 'Bearer token-1');
  t.mock.timers.tick(2_000);
  assert.equal(await session.authorization(), 'Bearer token-2');
  assert.equal(fetched.mock.callCount(), 2);
});

test('renews once for requests that ask together', async (t) => {
  const fetched = tokensLasting(t, 300);
  const session = new Session(MZ);
  await Promise.all([session.authorization(), session.authorization()]);
  assert.equal(fetched.mock.callCount(), 1);
});

test('says so when it is refused', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response(null, { status: 401 }));
  await assert.rejects(new Session(MZ).renew(), /401/);
});
