// Nodes:
//   (:Person {id, idNumber, idHash})            id is opaque and given out; idHash = HMAC of the ID number
//   (:Household {id, key, kind, number})        key = "<kind>|<owner department>|<number>"
//   (:Region {code, name, level, levelWord})-[:PART_OF]->(:Region)
//   (:Department {code})
//   (:Batch {id, key, ...})-[:BY]->(:Department)
//   (:Record:<Category> {id, key, recordNo, observedAt, ...items})-[:FROM]->(:Batch)
//       also: linkage (LINKED, TO_REVIEW, GENERAL; items may be called state), category, department, batch, receivedAt,
//       validFrom, validTo, personName; key = "<category code>|<recordNo>"; the newest version of a fact and no other
//       has the labels Record and <Category>
//   (:Superseded {id, key, ...})                an older version; (:Withdrawn {id, key, ...}) one taken back
// Relations with dates (from, to), each made by one record (category, record):
//   (:Person)-[:MEMBER_OF {relation}]->(:Household)   (:Household)-[:LIVES_IN]->(:Region)
//   (:Person)-[:REGISTERED_IN]->(:Region)             (:Person)-[:RESIDES_IN]->(:Region)
//   (:Person)-[:SUPPORTS {kind}]->(:Person)           duty to support
//   (:Person)-[:SUPPORT_ENDED {kind}]->(:Person)       a record says that such a duty ended on that day (from)
//   (:Record|Superseded)-[:ABOUT]->(:Person|:Household)
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (p:Person) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT person_id_hash IF NOT EXISTS FOR (p:Person) REQUIRE p.idHash IS UNIQUE;
CREATE CONSTRAINT household_id IF NOT EXISTS FOR (h:Household) REQUIRE h.id IS UNIQUE;
CREATE CONSTRAINT household_key IF NOT EXISTS FOR (h:Household) REQUIRE h.key IS UNIQUE;
CREATE CONSTRAINT region_code IF NOT EXISTS FOR (r:Region) REQUIRE r.code IS UNIQUE;
CREATE CONSTRAINT region_id IF NOT EXISTS FOR (r:Region) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT department_code IF NOT EXISTS FOR (d:Department) REQUIRE d.code IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (r:Record) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT record_key IF NOT EXISTS FOR (r:Record) REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT superseded_id IF NOT EXISTS FOR (s:Superseded) REQUIRE s.id IS UNIQUE;
CREATE INDEX superseded_key IF NOT EXISTS FOR (s:Superseded) ON (s.key);
CREATE CONSTRAINT withdrawn_id IF NOT EXISTS FOR (w:Withdrawn) REQUIRE w.id IS UNIQUE;
CREATE INDEX withdrawn_key IF NOT EXISTS FOR (w:Withdrawn) ON (w.key);
CREATE CONSTRAINT batch_id IF NOT EXISTS FOR (b:Batch) REQUIRE b.id IS UNIQUE;
CREATE CONSTRAINT batch_key IF NOT EXISTS FOR (b:Batch) REQUIRE b.key IS UNIQUE;
CREATE INDEX batch_freshness IF NOT EXISTS FOR (b:Batch) ON (b.category, b.finishedAt);
CREATE CONSTRAINT chunk_position IF NOT EXISTS FOR (c:Chunk) REQUIRE (c.batch, c.first) IS UNIQUE;
CREATE CONSTRAINT rejected_row IF NOT EXISTS FOR (r:RejectedRow) REQUIRE (r.batch, r.row) IS UNIQUE;
CREATE INDEX member_of_record IF NOT EXISTS FOR ()-[e:MEMBER_OF]-() ON (e.record);
CREATE INDEX lives_in_record IF NOT EXISTS FOR ()-[e:LIVES_IN]-() ON (e.record);
CREATE INDEX registered_in_record IF NOT EXISTS FOR ()-[e:REGISTERED_IN]-() ON (e.record);
CREATE INDEX resides_in_record IF NOT EXISTS FOR ()-[e:RESIDES_IN]-() ON (e.record);
CREATE INDEX supports_record IF NOT EXISTS FOR ()-[e:SUPPORTS]-() ON (e.record);
CREATE INDEX support_ended_record IF NOT EXISTS FOR ()-[e:SUPPORT_ENDED]-() ON (e.record);
CREATE INDEX batch_department IF NOT EXISTS FOR (b:Batch) ON (b.department, b.receivedAt);
