// (:Person)-[:BLOCKED_BY]->(:NameBlock {key})<-[:WAITS_FOR]-(:Record): by which a record without a number finds its person: name and county,
// name and year of birth, day of birth and sex, telephone; key is a keyed hash. Whoever was there before gets all keys by steps of the hub
// (:KeyBackfill {after}), and so do records that wait, in which an older hub has left nameBlock.
MERGE (b:KeyBackfill {name: 'persons'}) ON CREATE SET b.after = '';
MATCH (r:Record) WHERE r.linkage = 'TO_REVIEW' AND r.claims IS NULL AND r.nameBlock IS NULL
CALL (r) { SET r.nameBlock = '' } IN TRANSACTIONS OF 10000 ROWS;
