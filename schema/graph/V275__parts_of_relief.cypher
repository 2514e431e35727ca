// Relief is paid in parts: each part is spent once.
MATCH (m:FundMovement) WHERE m.relief IS NOT NULL AND m.part IS NULL SET m.part = 1;
DROP CONSTRAINT fund_movement_relief IF EXISTS;
CREATE CONSTRAINT fund_movement_part IF NOT EXISTS FOR (m:FundMovement) REQUIRE (m.relief, m.part) IS UNIQUE;
