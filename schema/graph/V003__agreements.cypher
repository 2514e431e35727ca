// Nodes:
//   (:Agreement {id, version, state, provider, consumer, purposes, items, regions, level, mode, months, basis, scenario,
//       materialAsked, prepared, extensionAsked, extended, terminationProposedBy, from, until, createdAt, changedAt})
//       items = ["MZ01.area", ...]
//   (:AgreementEvent {agreement, version, transition, from, to, department, client, at, note, filedWith})-[:OF]->(:Agreement)
//   (:AgreementDeadline {agreement, code, department, startedOn, due, pausedOn, endedOn})-[:OF]->(:Agreement)
//   (:AgreementsVersion {key: 'current', value})   grows with each change of any agreement; hubs look at it
CREATE CONSTRAINT agreement_id IF NOT EXISTS FOR (a:Agreement) REQUIRE a.id IS UNIQUE;
CREATE INDEX agreement_state IF NOT EXISTS FOR (a:Agreement) ON (a.state);
CREATE CONSTRAINT agreement_event IF NOT EXISTS FOR (e:AgreementEvent) REQUIRE (e.agreement, e.version) IS UNIQUE;
CREATE CONSTRAINT agreement_deadline IF NOT EXISTS FOR (d:AgreementDeadline) REQUIRE (d.agreement, d.code) IS UNIQUE;
CREATE CONSTRAINT agreements_version IF NOT EXISTS FOR (v:AgreementsVersion) REQUIRE v.key IS UNIQUE;
