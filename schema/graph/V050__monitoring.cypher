// (:Warning {id, key, openKey, rule, ruleVersion, level, kind, subject, places, digests, department, assigned, client, disposal,
//   transferredTo, falseAlarm})-[:WARNS]->(:Person|:Household), -[:FACT]->(record, of whatever version): a finding on its way
//   key = "<rule>|<subject>"; openKey is the same while somebody is still to do something
// (:MonitoringRun {id, state, client, rules, done, people, total, raised, withdrawn, startedAt, changedAt, finishedAt})
// (:MonitoringLock {name}): of several who begin a run one does
CREATE CONSTRAINT warning_id IF NOT EXISTS FOR (w:Warning) REQUIRE w.id IS UNIQUE;
CREATE CONSTRAINT warning_open IF NOT EXISTS FOR (w:Warning) REQUIRE w.openKey IS UNIQUE;
CREATE INDEX warning_key IF NOT EXISTS FOR (w:Warning) ON (w.key);
CREATE INDEX warning_rule IF NOT EXISTS FOR (w:Warning) ON (w.rule);
CREATE INDEX warning_created IF NOT EXISTS FOR (w:Warning) ON (w.createdAt);
CREATE CONSTRAINT monitoring_run_id IF NOT EXISTS FOR (r:MonitoringRun) REQUIRE r.id IS UNIQUE;
CREATE INDEX monitoring_run_state IF NOT EXISTS FOR (r:MonitoringRun) ON (r.state);
CREATE CONSTRAINT monitoring_lock IF NOT EXISTS FOR (l:MonitoringLock) REQUIRE l.name IS UNIQUE;
