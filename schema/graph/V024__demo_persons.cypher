// Person.demo: true of people of the demo city, who do not exist; of all others there is none. Here for those who came with
// the city before the property was there
MATCH (b:Batch) WHERE b.idempotencyKey = 'demo-' + b.category
MATCH (p:Person)<-[:ABOUT]-()-[:FROM]->(b) WHERE p.demo IS NULL
CALL (p) { SET p.demo = true } IN TRANSACTIONS OF 10000 ROWS;
