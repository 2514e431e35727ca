// Nodes:
//   (:Correction {id, version, state, pending, category, item, owner, department, client, person, purpose, claim,
//       evidence, shownFrom, createdAt, changedAt})-[:ON]->(:Record|Superseded|Withdrawn)
//       department is the one that raised it, empty where a citizen did (person); pending is there until the answer;
//       claim and evidence are sealed, as are the notes of events
//   (:CorrectionEvent {correction, version, transition, from, to, department, client, at, note})-[:OF]->(c)
//   (:CorrectionDeadline {correction, code, department, startedOn, due, pausedOn, endedOn})-[:OF]->(c)
CREATE CONSTRAINT correction_id IF NOT EXISTS FOR (c:Correction) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT correction_pending IF NOT EXISTS FOR (c:Correction) REQUIRE c.pending IS UNIQUE;
CREATE INDEX correction_owner IF NOT EXISTS FOR (c:Correction) ON (c.owner, c.createdAt);
CREATE INDEX correction_department IF NOT EXISTS FOR (c:Correction) ON (c.department, c.createdAt);
CREATE INDEX correction_state IF NOT EXISTS FOR (c:Correction) ON (c.state);
CREATE INDEX correction_person IF NOT EXISTS FOR (c:Correction) ON (c.person);
CREATE CONSTRAINT correction_event IF NOT EXISTS FOR (e:CorrectionEvent) REQUIRE (e.correction, e.version) IS UNIQUE;
CREATE CONSTRAINT correction_deadline IF NOT EXISTS FOR (d:CorrectionDeadline) REQUIRE (d.correction, d.code) IS UNIQUE;
