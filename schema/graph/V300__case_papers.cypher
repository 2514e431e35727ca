// (:CasePaper {id, code, reference, sha256, note, at, client})-[:OF]->(:Case): a paper by its number and digest; reference and note are sealed
CREATE CONSTRAINT case_paper_id IF NOT EXISTS FOR (p:CasePaper) REQUIRE p.id IS UNIQUE;
