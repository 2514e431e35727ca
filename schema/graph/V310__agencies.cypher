// (:Agency {id, kind, covers, authorityNo, authorityHash, until, places, openKey})-[:ACTS_FOR]->(:Person), -[:ACTS_BY]->(:Person):
//   who may apply for whom; openKey, of those that are valid, is of one kind and principal.
// (:Case)-[:APPLIED_UNDER]->(:Agency): by which an agent applied.
CREATE CONSTRAINT agency_id IF NOT EXISTS FOR (a:Agency) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT agency_open IF NOT EXISTS FOR (a:Agency) REQUIRE a.openKey IS UNIQUE;
CREATE INDEX agency_created IF NOT EXISTS FOR (a:Agency) ON (a.createdAt);
CREATE INDEX agency_state IF NOT EXISTS FOR (a:Agency) ON (a.state);
CREATE INDEX agency_county IF NOT EXISTS FOR (a:Agency) ON (a.inCounty, a.createdAt);
CREATE INDEX agency_town IF NOT EXISTS FOR (a:Agency) ON (a.inTown, a.createdAt);
