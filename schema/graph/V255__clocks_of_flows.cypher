// Deadline.flow: the label of its matter, so that a worklist looks at the clocks of a flow and not at those of all.
CREATE INDEX deadline_flow IF NOT EXISTS FOR (d:Deadline) ON (d.flow, d.running);

MATCH (d:Deadline)-[:OF]->(m) CALL (d, m) { SET d.flow = labels(m)[0] } IN TRANSACTIONS OF 10000 ROWS;
