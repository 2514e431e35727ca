// (:Complaint {id, places, county, kind, department, office, worker, matter, looks, lookers, channel, receipt, text, contact, contested, lead,
//   level, answering, handler, outcome, answer, answeredAt, filedOn})-[:OF_CITIZEN]->(:Person), where a citizen complained with their
//   token; what people wrote is sealed. Events of steps have the region of who took them from here on
CREATE CONSTRAINT complaint_id IF NOT EXISTS FOR (c:Complaint) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT complaint_receipt IF NOT EXISTS FOR (c:Complaint) REQUIRE c.receipt IS UNIQUE;
CREATE INDEX complaint_created IF NOT EXISTS FOR (c:Complaint) ON (c.createdAt);
CREATE INDEX complaint_filed IF NOT EXISTS FOR (c:Complaint) ON (c.filedOn);
