// (:Worker {id, department, client, post, places, account, ...})-[:IS_PERSON]->(:Person): whose account it is, as the county registered it.
//   account is department|client; openKey is the same while they work.
// (:Case)-[:CONFLICTS_WITH {steps}]->(:Worker): a near relative of who applies, as it was at one of the case's steps
CREATE CONSTRAINT worker_id IF NOT EXISTS FOR (m:Worker) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT worker_open IF NOT EXISTS FOR (m:Worker) REQUIRE m.openKey IS UNIQUE;
CREATE INDEX worker_account IF NOT EXISTS FOR (m:Worker) ON (m.account);
CREATE INDEX worker_county IF NOT EXISTS FOR (m:Worker) ON (m.inCounty, m.createdAt);
CREATE INDEX worker_created IF NOT EXISTS FOR (m:Worker) ON (m.createdAt);
