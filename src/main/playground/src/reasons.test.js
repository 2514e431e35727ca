import assert from 'node:assert/strict';
import { test } from 'node:test';
import { greetingOf, headersOf, reasonFor, reasonsOf } from './reasons.js';

const CASE = { id: 'C1', kind: 'CASE', purpose: 'A' };
const PLAN = { id: 'V1', kind: 'REVIEW_PLAN', purpose: 'B' };

test('asks about a person on a case, for lists on a plan', () => {
  assert.equal(reasonFor('query Q($n: IdNumber!) { person(idNumber: $n) { id } }', [PLAN, CASE]), CASE);
  assert.equal(reasonFor('{ records(category: MZ01) { nodes { id } } }', [CASE, PLAN]), PLAN);
});

test('asks for figures for the purpose of statistics', () => {
  const FIGURES = { id: null, kind: 'STATISTICS', purpose: 'G' };
  assert.equal(reasonFor('{ statistics(category: MZ01) { cells { count } } }', [CASE, PLAN, FIGURES]), FIGURES);
});

test('asks on what came with the demo, not on what was opened since', () => {
  const NEWER = { ...CASE, id: 'C2' };
  assert.equal(reasonFor('query Q($n: IdNumber!) { person(idNumber: $n) { id } }', [NEWER, PLAN, CASE]), CASE);
});

test('knows who has which reasons', async () => {
  const kinds = async (...roles) => (await reasonsOf({ clientId: 'mz', roles }, answering(PLAN))).map(({ kind }) => kind);
  assert.deepEqual(await kinds('SYSTEM', 'SHARING_UNIT'), ['REVIEW_PLAN', 'STATISTICS']);
  assert.deepEqual(await kinds('AUDITOR'), ['STATISTICS']);
  assert.deepEqual(await kinds('CITIZEN'), ['SELF']);
  assert.deepEqual(await kinds('CHARITY'), []);
  assert.deepEqual(await kinds('SHARING_HEAD'), []);
});

test("takes neither a colleague's bases nor those that ended", async () => {
  const ask = answering(
    { ...PLAN, id: 'V2', client: 'mz-county' },
    { ...PLAN, id: 'V3', closed: '2026-01-01T00:00:00.000+08:00' },
    { ...PLAN, id: 'V4', until: '2026-01-01T00:00:00.000+08:00' },
    PLAN,
  );
  const reasons = await reasonsOf({ clientId: 'mz', roles: ['SYSTEM'] }, ask);
  assert.deepEqual(reasons.map(({ id }) => id), ['V1', null]);
});

function answering(...bases) {
  const nodes = bases.map((basis) => ({ client: 'mz', until: '2999-01-01T00:00:00.000+08:00', reference: '复核', ...basis }));
  return async () => ({ data: { bases: { nodes } } });
}

test('takes what there is, or nothing', () => {
  assert.equal(reasonFor('{ records(category: MZ01) { nodes { id } } }', [CASE]), CASE);
  assert.equal(reasonFor('{ catalogue { departments { code } } }', []), undefined);
});

test('states purpose and basis in the header', () => {
  assert.deepEqual(headersOf(CASE), { 'lianji-purpose': 'A', 'lianji-basis': 'C1' });
  assert.deepEqual(headersOf({ id: null, purpose: 'H' }), { 'lianji-purpose': 'H' });
  assert.deepEqual(headersOf(undefined), {});
});

test('says purpose and basis first where there are no header fields', async () => {
  const session = { reason: CASE, authorization: async () => 'Bearer t' };
  assert.deepEqual(await greetingOf(session), { 'lianji-purpose': 'A', 'lianji-basis': 'C1', authorization: 'Bearer t' });
});
