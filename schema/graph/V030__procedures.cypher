// What all flows have in common:
//   (:ProcedureEvent {matter, version, transition, from, to, department, client, at, note, filedWith})-[:OF]->(m)
//   (:Deadline {key, code, department, startedOn, due, pausedOn, endedOn})-[:OF]->(m), key = matter|code|startedOn
CREATE CONSTRAINT procedure_event IF NOT EXISTS FOR (e:ProcedureEvent) REQUIRE (e.matter, e.version) IS UNIQUE;
CREATE CONSTRAINT deadline_key IF NOT EXISTS FOR (d:Deadline) REQUIRE d.key IS UNIQUE;
CREATE INDEX deadline_department IF NOT EXISTS FOR (d:Deadline) ON (d.department, d.code);
MATCH (e:CorrectionEvent) SET e:ProcedureEvent, e.matter = e.correction REMOVE e:CorrectionEvent, e.correction;
MATCH (d:CorrectionDeadline) SET d:Deadline, d.key = d.correction + '|' + d.code + '|' + toString(d.startedOn) REMOVE d:CorrectionDeadline, d.correction;
DROP CONSTRAINT correction_event IF EXISTS;
DROP CONSTRAINT correction_deadline IF EXISTS;
