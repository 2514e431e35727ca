// (:Identity {hash})   whom somebody may turn out to be: hash is a person's idHash, of people whom the graph doesn't know yet, too
// (:Basis {purposes, declared, matter, ...})   purposes in the order that the basis names them (of old: one purpose); declared: opened
//       by a client on its word; matter: identifier of the flow's object that registered it
//   (:Basis)-[:CONCERNS {consent}]->(:Identity|:Person|:Household)   a person directly only where they have no number; of a household
//       whoever belongs to it on the day of the read
//   (:Basis)-[:PARTY]->(:Party {department, client, role, items, until})   who may read on it; of a department's clients only those
//       named, only what is named, only until then, where such is given
CREATE CONSTRAINT identity_hash IF NOT EXISTS FOR (k:Identity) REQUIRE k.hash IS UNIQUE;
CREATE INDEX basis_matter IF NOT EXISTS FOR (b:Basis) ON (b.matter);
MATCH (b:Basis) WHERE b.purposes IS NULL
CALL (b) {
  SET b.purposes = [b.purpose], b.declared = b.kind <> 'EMERGENCY'
  REMOVE b.purpose
  CREATE (b)-[:PARTY]->(:Party {department: b.department})
} IN TRANSACTIONS OF 1000 ROWS;
MATCH (b:Basis)-[c:CONCERNS]->(p:Person) WHERE p.idHash IS NOT NULL
CALL (b, c, p) {
  MERGE (k:Identity {hash: p.idHash})
  MERGE (b)-[n:CONCERNS]->(k)
  SET n.consent = c.consent
  DELETE c
} IN TRANSACTIONS OF 1000 ROWS;
