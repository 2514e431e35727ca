// Relations end on the first of: until (their own record), ended (what other records say of them), died (a death).
//   (:Person)-[:ENDED {ends: 'LIFE', from, current}]->(:Person)   the same person twice: a record says that the person died on that day
MATCH ()-[e:SUPPORTS|MEMBER_OF|LIVES_IN|REGISTERED_IN|RESIDES_IN]->()
WHERE e.to IS NOT NULL AND e.ended IS NULL AND (e.until IS NULL OR e.to < e.until)
CALL (e) { SET e.ended = e.to } IN TRANSACTIONS OF 10000 ROWS;
// A family on the margin of the allowance, past the last day of its recognition.
MATCH ()-[e:MEMBER_OF {category: 'MZ03'}]->()
MATCH (r:Record|Superseded {version: e.record}) WHERE r.validUntil IS NOT NULL
WITH e, r.validUntil + duration({days: 1}) AS after
WITH e, CASE WHEN after < e.from THEN e.from ELSE after END AS after
CALL (e, after) {
  SET e.latest = CASE WHEN e.latest < after THEN e.latest ELSE after END,
    e.until = CASE WHEN e.until < after THEN e.until ELSE after END,
    e.to = CASE WHEN e.to < after THEN e.to ELSE after END
} IN TRANSACTIONS OF 10000 ROWS;
// Deaths, by certificate, cremation or cancelled registration.
MATCH (r:Record|Superseded) WHERE r.category IN ['WJ01', 'MZ11', 'GA02']
WITH r, CASE WHEN r.category <> 'GA02' THEN r.diedOn WHEN r.reason = 'DEATH' THEN r.cancelledOn END AS day
WHERE day IS NOT NULL
MATCH (r)-[about:ABOUT]->(p:Person) WHERE NOT EXISTS { (p)-[:ENDED {record: r.version, ends: 'LIFE'}]->(p) }
CALL (r, about, p, day) {
  CREATE (p)-[n:ENDED]->(p)
  SET n = {ends: 'LIFE', category: r.category, record: r.version, from: day, current: r:Record,
    startMoved: about.endMoved, endMoved: about.endMoved}
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (p:Person)-[end:ENDED {ends: 'LIFE'}]->(p) WHERE end.current
WITH DISTINCT p
CALL (p) {
  MATCH (p)-[e:MEMBER_OF|SUPPORTS]-()
  WHERE startNode(e) = p OR e.kind = 'SPOUSAL'
  WITH DISTINCT e, startNode(e) AS a, endNode(e) AS b
  CALL (e, a, b) {
    UNWIND CASE e.kind WHEN 'SPOUSAL' THEN [a, b] ELSE [a] END AS one
    MATCH (one)-[end:ENDED {ends: 'LIFE'}]->(one) WHERE end.current
    RETURN min(end.from) AS died
  }
  SET e.died = CASE WHEN died < e.from THEN e.from ELSE died END
  WITH e
  CALL (e) { UNWIND [e.until, e.ended, e.died] AS day RETURN min(day) AS to }
  SET e.to = to
} IN TRANSACTIONS OF 1000 ROWS;
