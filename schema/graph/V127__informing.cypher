// (:PolicyNotice {id, region, policies, attestation, witness, at, department, client})-[:TOLD]->(:Person): the witness sealed
CREATE CONSTRAINT policy_notice_id IF NOT EXISTS FOR (n:PolicyNotice) REQUIRE n.id IS UNIQUE;
CREATE INDEX policy_notice_region IF NOT EXISTS FOR (n:PolicyNotice) ON (n.region);
// (:HelpRating {id, matter, score, word, kind, county, at, on})-[:OF]->(:ReliefCase|Case): one a help; the word sealed
CREATE CONSTRAINT help_rating_matter IF NOT EXISTS FOR (r:HelpRating) REQUIRE r.matter IS UNIQUE;
CREATE INDEX help_rating_on IF NOT EXISTS FOR (r:HelpRating) ON (r.on);
