// (:PersonMerge {id, kept, merged, pair, places, ...}): two persons who may be one, by their tokens and without a relation to either.
// (:Person)-[:MERGED_INTO {merge}]->(:Person): who is not to be asked about any more, and who goes on; all other relations of the first were moved,
//   and remember by which merges in startMoved and endMoved. openKey is there while the two are, or may become, one.
CREATE CONSTRAINT person_merge_id IF NOT EXISTS FOR (m:PersonMerge) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT person_merge_open IF NOT EXISTS FOR (m:PersonMerge) REQUIRE m.openKey IS UNIQUE;
CREATE INDEX person_merge_pair IF NOT EXISTS FOR (m:PersonMerge) ON (m.pair);
CREATE INDEX person_merge_created IF NOT EXISTS FOR (m:PersonMerge) ON (m.createdAt);
