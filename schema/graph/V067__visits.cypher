// (:Visit {id, day, recordedAt, visitors, living, income, illness, care, asks, text})-[:ON]->(:Warning|Clue): what two people found
//   at the door, names and text sealed; -[:CONFLICTS]->(:Visit) that had come in since its day
CREATE CONSTRAINT visit_id IF NOT EXISTS FOR (v:Visit) REQUIRE v.id IS UNIQUE;
