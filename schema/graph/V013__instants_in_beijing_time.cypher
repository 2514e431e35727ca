// Instants of records are kept in Beijing time (UTC+8) to the millisecond: the graph takes equal instants of different
// offsets for unequal, and cuts days and months by the offset. What was written otherwise stays beside, as the digest of
// the record's content was made of it:
//   (:Record|Superseded|Withdrawn {`formerly <item>`})
MATCH (r:Record|Superseded|Withdrawn)
CALL (r) {
  UNWIND [k IN keys(r) WHERE valueType(r[k]) STARTS WITH 'ZONED DATETIME' AND NOT k STARTS WITH 'formerly '] AS k
  WITH r, k, r[k] AS written, datetime.truncate('millisecond', datetime({datetime: r[k], timezone: '+08:00'})) AS kept
  WHERE written <> kept
  SET r['formerly ' + k] = CASE WHEN k IN ['receivedAt', 'supersededAt', 'withdrawnAt'] THEN null ELSE written END
  SET r[k] = kept
} IN TRANSACTIONS OF 10000 ROWS;
// A relation begins on the day of its record's observation where no other is said.
MATCH (r:Record|Superseded|Withdrawn)
WHERE r.validFrom IS NULL AND date(r.`formerly observedAt`) <> date(r.observedAt)
CALL (r) {
  CALL (r) { MATCH ()-[e:MEMBER_OF {record: r.id}]->() SET e.from = date(r.observedAt) }
  CALL (r) { MATCH ()-[e:LIVES_IN {record: r.id}]->() SET e.from = date(r.observedAt) }
  CALL (r) { MATCH ()-[e:REGISTERED_IN {record: r.id}]->() SET e.from = date(r.observedAt) }
  CALL (r) { MATCH ()-[e:RESIDES_IN {record: r.id}]->() SET e.from = date(r.observedAt) }
  CALL (r) { MATCH ()-[e:SUPPORTS {record: r.id}]->() SET e.from = date(r.observedAt) }
  CALL (r) { MATCH ()-[e:SUPPORT_ENDED {record: r.id}]->() SET e.from = date(r.observedAt) }
} IN TRANSACTIONS OF 1000 ROWS;
// What the version before it says ends on that day.
MATCH (changed:Record|Superseded)
WHERE changed.validFrom IS NULL AND date(changed.`formerly observedAt`) <> date(changed.observedAt)
WITH DISTINCT changed.key AS key
CALL (key) {
  CALL (key) { MATCH (v:Record {key: key}) RETURN v UNION MATCH (v:Superseded {key: key}) RETURN v }
  WITH v, coalesce(v.validFrom, date(v.observedAt)) AS from ORDER BY v.observedAt
  WITH collect({v: v, from: from}) AS versions
  UNWIND range(0, size(versions) - 2) AS i
  WITH versions[i].v AS v, versions[i].from AS from, versions[i + 1].from AS next
  WITH v, from, CASE WHEN v.ownValidTo < next THEN v.ownValidTo ELSE next END AS end
  WITH v, CASE WHEN end < from THEN from ELSE end END AS to
  SET v.validTo = to
  WITH v, to
  CALL (v, to) { MATCH ()-[e:MEMBER_OF {record: v.id}]->() SET e.to = to, e.until = to }
  CALL (v, to) { MATCH ()-[e:LIVES_IN {record: v.id}]->() SET e.to = to, e.until = to }
  CALL (v, to) { MATCH ()-[e:REGISTERED_IN {record: v.id}]->() SET e.to = to, e.until = to }
  CALL (v, to) { MATCH ()-[e:RESIDES_IN {record: v.id}]->() SET e.to = to, e.until = to }
  CALL (v, to) { MATCH ()-[e:SUPPORTS {record: v.id}]->() SET e.to = to, e.until = to }
  CALL (v, to) { MATCH ()-[e:SUPPORT_ENDED {record: v.id}]->() SET e.to = to, e.until = to }
} IN TRANSACTIONS OF 1000 ROWS;
// A duty ends with its own record, or by a later one of the same category about the same two people.
MATCH (a)-[duty:SUPPORTS]->(b)
CALL (a, b, duty) {
  OPTIONAL MATCH (a)-[end:SUPPORT_ENDED {kind: duty.kind, category: duty.category}]-(b)
  WHERE end.from >= duty.from AND coalesce(end.current, true)
  WITH duty, min(end.from) AS ended
  SET duty.to = CASE WHEN ended IS NULL OR duty.until < ended THEN duty.until ELSE ended END
} IN TRANSACTIONS OF 10000 ROWS;
