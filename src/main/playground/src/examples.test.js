import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'graphql';
import { groupsFor, inLanguage, variablesOf } from './audience.js';
import { EXAMPLES } from './examples.js';

const CLIENTS = [
  { clientId: 'mz', department: 'MZ', roles: ['SYSTEM', 'SHARING_UNIT'], nameZh: '民政局', nameEn: 'Civil affairs' },
  { clientId: 'mz-head', department: 'MZ', roles: ['SHARING_HEAD'] },
  { clientId: 'ga-county', department: 'GA', roles: ['COUNTY_OFFICER'] },
  { clientId: 'zr-town', department: 'ZR', roles: ['TOWN_OFFICER'] },
  { clientId: 'charity-a', department: '53150900MJ0000018Q', roles: ['CHARITY'] },
  { clientId: 'auditor', department: '', roles: ['AUDITOR'] },
  ...['citizen', 'citizen-guardian', 'citizen-former'].map((clientId) => ({
    clientId,
    department: '',
    roles: ['CITIZEN'],
  })),
  { clientId: 'volunteer-b', department: '53150900MJ0000026K', roles: ['VOLUNTEER'] },
  { clientId: 'provider-a', department: '52150900MJ0000034E', roles: ['PROVIDER'] },
];
const departments = Object.keys(EXAMPLES)
  .filter((code) => code.length === 2)
  .map((department) => ({ clientId: department.toLowerCase(), department, roles: ['SYSTEM'] }));

const codes = (client) => groupsFor(client).map(({ code }) => code);
const all = [...CLIENTS, ...departments].flatMap((client) =>
  groupsFor(client).flatMap(({ examples }) => examples.map((example) => ({ client: client.clientId, ...example }))),
);

test('each role is offered what it may ask, and nothing else', () => {
  const [system, head, county, town, charity, auditor, citizen] = CLIENTS.map(codes);
  assert.deepEqual(system, ['DEPARTMENT', 'PEOPLE', 'STATISTICS', 'SHARING', 'LOG', 'COMMON']);
  assert.deepEqual(head, ['SHARING', 'LOG', 'COMMON']);
  assert.deepEqual(county, ['DEPARTMENT', 'PEOPLE', 'STATISTICS', 'LOG', 'COMMON']);
  assert.deepEqual(town, ['DEPARTMENT', 'PEOPLE', 'STATISTICS', 'LOG', 'COMMON']);
  assert.deepEqual(charity, ['CHARITY', 'COMMON']);
  assert.deepEqual(auditor, ['STATISTICS', 'SHARING', 'LOG', 'COMMON']);
  assert.deepEqual(citizen, ['CITIZEN', 'COMMON']);
  assert.deepEqual(codes(undefined), ['COMMON']);
  for (const helper of CLIENTS.slice(-2)) {
    assert.deepEqual(codes(helper), ['COMMON']);
    const common = groupsFor(helper).at(-1).examples;
    assert.ok(common.length > 0 && common.every(({ query }) => !/records|localStandards/.test(query)));
  }
});

test('each of the twelve departments has examples of its own', () => {
  assert.equal(departments.length, 12);
  assert.ok(departments.every((client) => codes(client).includes('DEPARTMENT')));
});

test('a comment is in the language that was chosen', () => {
  const query = '# 甲。 / A / B.\nquery Q { a # 乙 / b\n}';
  assert.equal(inLanguage(query, 'zh'), '# 甲。\nquery Q { a # 乙\n}');
  assert.equal(inLanguage(query, 'en'), '# A / B.\nquery Q { a # b\n}');
});

for (const example of new Map(all.map((each) => [`${each.client} ${each.title.en}`, each])).values()) {
  const { client, title, query } = example;
  const variables = variablesOf(example) ?? {};

  test(`${client} ${title.en}: one named query, and a value for each of its variables`, () => {
    const [{ name, variableDefinitions }, ...more] = parse(query).definitions;
    assert.ok(name);
    assert.deepEqual(more, []);
    assert.deepEqual(
      variableDefinitions.map(({ variable }) => variable.name.value).sort(),
      Object.keys(variables).sort(),
    );
    assert.ok(Object.values(variables).every((value) => value !== ''));
  });

  test(`${client} ${title.en}: no ID number in the query, and words in both languages`, () => {
    assert.doesNotMatch(query, /\d{17}/);
    assert.match(title.zh, /\p{Script=Han}/u);
    assert.doesNotMatch(inLanguage(query, 'en'), /\p{Script=Han}/u);
    assert.doesNotMatch(title.en, /\p{Script=Han}/u);
  });
}
