// (:Basis {id, key, kind, purpose, department, client, reference, opened, until, closed, shownFrom, ...}) why people are
// read: a case, a warning, a plan, a run, an order or an emergency; key = "<department>|<kind>|<reference>"
//   (:Basis)-[:CONCERNS {consent}]->(:Person)   whom a case, a warning, an order or an emergency is about
//   (:Basis)-[:COVERS]->(:Region)               where a plan or a run looks
CREATE CONSTRAINT basis_id IF NOT EXISTS FOR (b:Basis) REQUIRE b.id IS UNIQUE;
CREATE CONSTRAINT basis_key IF NOT EXISTS FOR (b:Basis) REQUIRE b.key IS UNIQUE;
CREATE INDEX basis_department IF NOT EXISTS FOR (b:Basis) ON (b.department, b.opened);
