import { ask } from './fetcher.js';

const QUERY = '{ bases(first: 20) { nodes { id kind purpose reference } } }';

/** What the signed-in client can give as its reason for reading about people. */
export async function reasonsOf(session) {
  const { roles } = session.client;
  if (roles.includes('CITIZEN')) return [{ id: null, kind: 'SELF', purpose: 'H', reference: '本人查询' }];
  if (!session.client.department || roles.includes('CHARITY')) return [];
  const { data } = await ask(session, { query: QUERY });
  return data?.bases?.nodes ?? [];
}

/** Questions about a person are asked on a case, lists on a plan over a region. */
export function reasonFor(query, reasons) {
  const kind = /\bperson\s*\(/.test(query) ? 'CASE' : 'REVIEW_PLAN';
  return reasons.find((reason) => reason.kind === kind) ?? reasons[0];
}

/** The header fields that state it. */
export function headersOf(reason) {
  return {
    ...(reason?.purpose && { 'lianji-purpose': reason.purpose }),
    ...(reason?.id && { 'lianji-basis': reason.id }),
  };
}
