// (:Person)-[:BLOCKED_BY]->(:NameBlock {key}): persons whose names sound alike and who live or are registered in one county; key is a keyed
// hash. A record without a number that waits has the key that it is looked for by (nameBlock). Made as records come in: whoever was there
// before is found by their next record.
CREATE CONSTRAINT name_block_key IF NOT EXISTS FOR (k:NameBlock) REQUIRE k.key IS UNIQUE;
CREATE INDEX record_name_block IF NOT EXISTS FOR (r:Record) ON (r.nameBlock);
MATCH (m:IdentityReview) WHERE m.rivals IS NULL SET m.rivals = 0;
