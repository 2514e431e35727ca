// Relations of persons, households and regions end on the first of: the day on which their record ends (until, which takes in
// latest), and the day that another record names. latest is the day that the record itself names, whatever becomes of it.
//   (:Person)-[:ENDED {ends, from, current}]->(:Person)   the same person twice: a record (category, record) says that
//       what records of the category `ends` say of the person ended on that day (from)
CREATE INDEX ended_record IF NOT EXISTS FOR ()-[e:ENDED]-() ON (e.record);
MATCH ()-[e:MEMBER_OF|LIVES_IN|REGISTERED_IN|RESIDES_IN]->() WHERE e.to IS NOT NULL AND e.until IS NULL
CALL (e) { SET e.until = e.to } IN TRANSACTIONS OF 10000 ROWS;
// A guardian who did not fulfil the guardianship, and a carer of somebody no longer supported, were kept as if they did.
MATCH (a)-[e:SUPPORTS]->(b) WHERE e.category IN ['MZ02', 'MZ07']
MATCH (r:Record|Superseded {id: e.record})
WHERE (e.category = 'MZ07' AND r.guardianState <> 'FULFILLING') OR (e.category = 'MZ02' AND r.status = 'ENDED')
WITH a, e, b, r:Record AS current
CALL (a, e, b, current) {
  CREATE (a)-[n:SUPPORT_ENDED]->(b)
  SET n = {kind: e.kind, category: e.category, record: e.record, from: e.from, to: e.to, until: e.until, current: current}
  DELETE e
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (a)-[end:SUPPORT_ENDED]->(b) WHERE end.category IN ['MZ02', 'MZ07'] AND coalesce(end.current, true)
MATCH (a)-[duty:SUPPORTS {kind: end.kind, category: end.category}]-(b) WHERE end.from >= duty.from
WITH duty, min(end.from) AS ended
CALL (duty, ended) {
  SET duty.to = CASE WHEN duty.until < ended THEN duty.until ELSE ended END
} IN TRANSACTIONS OF 10000 ROWS;
// A family on the allowance, or on its margin, no longer so.
MATCH ()-[e:MEMBER_OF]->() WHERE e.category IN ['MZ01', 'MZ03'] AND e.latest IS NULL
MATCH (r:Record|Superseded {id: e.record}) WHERE r.status IN ['STOPPED', 'MOVED_TO_DIBAO', 'EXPIRED', 'WITHDRAWN']
CALL (e) { SET e.latest = e.from, e.until = e.from, e.to = e.from } IN TRANSACTIONS OF 10000 ROWS;
// A recognition and a residence permit past their last day.
MATCH ()-[e:MEMBER_OF|RESIDES_IN]->() WHERE e.category IN ['MZ04', 'GA04'] AND e.latest IS NULL
MATCH (r:Record|Superseded {id: e.record}) WHERE r.validUntil IS NOT NULL
WITH e, r.validUntil + duration({days: 1}) AS after
WITH e, CASE WHEN after < e.from THEN e.from ELSE after END AS latest
CALL (e, latest) {
  SET e.latest = latest, e.to = CASE WHEN e.to < latest THEN e.to ELSE latest END
  SET e.until = e.to
} IN TRANSACTIONS OF 10000 ROWS;
// A registration that was cancelled, but for one of two.
MATCH (r:Record|Superseded {category: 'GA02'})-[:ABOUT]->(p:Person)
WHERE r.reason <> 'DUPLICATE' AND NOT EXISTS { (p)-[:ENDED {record: r.id}]->(p) }
WITH r, p, r:Record AS current
CALL (r, p, current) {
  CREATE (p)-[n:ENDED]->(p)
  SET n = {ends: 'GA01', category: 'GA02', record: r.id, from: r.cancelledOn, current: current}
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (p:Person)-[end:ENDED {ends: 'GA01'}]->(p) WHERE end.current
MATCH (p)<-[:ABOUT]-(said {category: 'GA01'})
CALL (said) {
  MATCH ()-[e:MEMBER_OF {record: said.id}]->() RETURN e
  UNION ALL MATCH ()-[e:LIVES_IN {record: said.id}]->() RETURN e
  UNION ALL MATCH ()-[e:REGISTERED_IN {record: said.id}]->() RETURN e
}
WITH e, end WHERE end.from >= e.from
WITH e, min(end.from) AS ended
CALL (e, ended) {
  SET e.to = CASE WHEN e.until < ended THEN e.until ELSE ended END
} IN TRANSACTIONS OF 10000 ROWS;
// Agreement {suspendedUntil, suspendableFrom, incidents}: the last day of a suspension, the first day on which another may begin, and
// the provider's numbers of the incidents. A suspension that had no end ends four weeks after it began.
MATCH (a:Agreement) WHERE a.state IN ['SUSPENDED', 'RECTIFIED'] AND a.suspendedUntil IS NULL
MATCH (e:AgreementEvent {agreement: a.id, transition: 'SUSPEND'})
WITH a, date(max(e.at)) + duration({days: 28}) AS until
SET a.suspendedUntil = until, a.suspendableFrom = until + duration({days: 8});
