import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersOf, reasonFor } from './reasons.js';

const CASE = { id: 'C1', kind: 'CASE', purpose: 'A' };
const PLAN = { id: 'V1', kind: 'REVIEW_PLAN', purpose: 'B' };

test('asks about a person on a case, for lists on a plan', () => {
  assert.equal(reasonFor('query Q($n: IdNumber!) { person(idNumber: $n) { id } }', [PLAN, CASE]), CASE);
  assert.equal(reasonFor('{ records(category: MZ01) { nodes { id } } }', [CASE, PLAN]), PLAN);
});

test('takes what there is, or nothing', () => {
  assert.equal(reasonFor('{ records(category: MZ01) { nodes { id } } }', [CASE]), CASE);
  assert.equal(reasonFor('{ catalogue { departments { code } } }', []), undefined);
});

test('states purpose and basis in the header', () => {
  assert.deepEqual(headersOf(CASE), { 'lianji-purpose': 'A', 'lianji-basis': 'C1' });
  assert.deepEqual(headersOf({ id: null, purpose: 'H' }), { 'lianji-purpose': 'H' });
  assert.deepEqual(headersOf(undefined), {});
});
