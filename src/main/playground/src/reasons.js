const QUERY = '{ bases(first: 200) { nodes { id kind purpose reference client closed until } } }';
const COUNTERS = ['SYSTEM', 'COUNTY_OFFICER', 'TOWN_OFFICER', 'SHARING_UNIT', 'AUDITOR'];
const READERS = ['SYSTEM', 'COUNTY_OFFICER', 'TOWN_OFFICER'];

/** What a client can give as its reason, newest first; `ask` asks as the client. */
export async function reasonsOf({ clientId, roles }, ask) {
  const may = (...any) => roles.some((role) => any.includes(role));
  if (may('CITIZEN')) return [{ id: null, kind: 'SELF', purpose: 'H', reference: { zh: '本人查询', en: 'About oneself' } }];
  const bases = may(...READERS) ? await openBases(clientId, ask) : [];
  return may(...COUNTERS)
    ? [...bases, { id: null, kind: 'STATISTICS', purpose: 'G', reference: { zh: '统计', en: 'Figures' } }]
    : bases;
}

/** A sharing unit is shown those of all its department, but reads on its own. */
async function openBases(clientId, ask) {
  const { data } = await ask({ query: QUERY });
  return (data?.bases?.nodes ?? [])
    .filter(({ client, closed, until }) => client === clientId && !closed && Date.parse(until) > Date.now())
    .map(({ id, kind, purpose, reference }) => ({ id, kind, purpose, reference: { zh: reference, en: reference } }));
}

/**
 * Figures are for statistics; questions about a person are asked on a case, lists on a plan over a region: on the oldest
 * of them, for that came with the demo, about the people of the examples.
 */
export function reasonFor(query, reasons) {
  const kind = /\bstatistics\s*\(/.test(query)
    ? 'STATISTICS'
    : /\bperson\s*\(/.test(query)
      ? 'CASE'
      : 'REVIEW_PLAN';
  return reasons.findLast((reason) => reason.kind === kind) ?? reasons[0];
}

/** What a WebSocket says first: it has no header fields, so the same stand there. */
export async function greetingOf(session) {
  return { ...headersOf(session.reason), authorization: await session.authorization() };
}

/** The header fields that state it. */
export function headersOf(reason) {
  return {
    ...(reason?.purpose && { 'lianji-purpose': reason.purpose }),
    ...(reason?.id && { 'lianji-basis': reason.id }),
  };
}
