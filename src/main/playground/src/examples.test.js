import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'graphql';
import { EXAMPLES } from './examples.js';

const all = Object.entries(EXAMPLES).flatMap(([code, examples]) => examples.map((each) => ({ code, ...each })));

test('everybody and each of the twelve departments has examples', () => {
  assert.equal(Object.keys(EXAMPLES).length, 1 + 12);
  assert.ok(Object.values(EXAMPLES).every((examples) => examples.length > 0));
});

for (const { code, title, query, variables = {} } of all) {
  test(`${code} ${title}: one named query, and a value for each of its variables`, () => {
    const [{ name, variableDefinitions }, ...more] = parse(query).definitions;
    assert.ok(name);
    assert.deepEqual(more, []);
    assert.deepEqual(
      variableDefinitions.map(({ variable }) => variable.name.value).sort(),
      Object.keys(variables).sort(),
    );
  });

  test(`${code} ${title}: no ID number in the query`, () => {
    assert.doesNotMatch(query, /\d{17}/);
  });
}
