// Parts of relief were written without their number, which let the constraint on them hold nothing.
MATCH (m:FundMovement) WHERE m.relief IS NOT NULL
WITH m.relief AS relief, m ORDER BY m.at, m.number
WITH relief, collect(m) AS parts
UNWIND range(0, size(parts) - 1) AS i
WITH parts[i] AS one, i + 1 AS part
SET one.part = part;
CREATE INDEX fund_movement_at IF NOT EXISTS FOR (m:FundMovement) ON (m.at);
