// (:SpecialAid)-[:AIDS]->(:Person): whom it is for; -[:PART_OF]->(:Case) only of one that came with an application, others are of
//   families that were in receipt already. What was moved by a merge goes back with it, as the application does.
MATCH (m:SpecialAid)-[:PART_OF]->(:Case)-[r:APPLIES_FOR]->(p:Person)
MERGE (m)-[a:AIDS]->(p)
SET a = properties(r);
