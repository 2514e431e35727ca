// (:Record|Superseded|Withdrawn {id, version}): id is the fact's, given out and the same for all its versions; version is the
// version's own, named by the relations that it makes. What was the newest version's identifier until now stays the fact's;
// that of an older one leads to it.
DROP CONSTRAINT superseded_id IF EXISTS;
DROP CONSTRAINT withdrawn_id IF EXISTS;
CREATE CONSTRAINT record_version IF NOT EXISTS FOR (r:Record) REQUIRE r.version IS UNIQUE;
CREATE CONSTRAINT superseded_version IF NOT EXISTS FOR (s:Superseded) REQUIRE s.version IS UNIQUE;
CREATE CONSTRAINT withdrawn_version IF NOT EXISTS FOR (w:Withdrawn) REQUIRE w.version IS UNIQUE;
MATCH (r:Record|Superseded|Withdrawn) WHERE r.version IS NULL
CALL (r) { SET r.version = r.id } IN TRANSACTIONS OF 10000 ROWS;
MATCH (s:Superseded)
CALL (s) { MATCH (r:Record {key: s.key}) SET s.id = r.id } IN TRANSACTIONS OF 10000 ROWS;
// (:Record {changed, changedAt, firstAt}): of a fact with several versions, the names of properties that differed between two
// of them, in order of when they last did; when that was; and when its oldest version was observed
MATCH (s:Superseded)
WITH DISTINCT s.key AS key
MATCH (r:Record {key: key})
CALL (r) {
  WITH r, COLLECT { MATCH (v:Superseded {key: r.key}) RETURN v ORDER BY v.observedAt } AS older
  WITH r, older, older + [r] AS versions
  WITH r, older, COLLECT {
    UNWIND range(1, size(versions) - 1) AS i
    WITH versions[i - 1] AS before, versions[i] AS after
    UNWIND [name IN keys(after) + [gone IN keys(before) WHERE after[gone] IS NULL]
      WHERE NOT name IN ['id', 'version', 'key', 'category', 'recordNo', 'observedAt', 'validTo', 'personName', 'receivedAt',
        'supersededAt', 'department', 'batch', 'row', 'digest', 'linkage', 'changed', 'changedAt', 'firstAt']
      AND NOT name STARTS WITH 'formerly ' AND NOT coalesce(before[name] = after[name], false)] AS name
    WITH name, max(after.observedAt) AS at ORDER BY at, name
    RETURN {name: name, at: at}
  } AS changes
  SET r.changed = [change IN changes | change.name], r.changedAt = [change IN changes | change.at],
    r.firstAt = older[0].observedAt
} IN TRANSACTIONS OF 1000 ROWS;
