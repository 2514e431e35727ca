// Person.cellKey: a random number for life, never given out, by which counts are blurred; here for those who have none yet
MATCH (p:Person) WHERE p.cellKey IS NULL
CALL (p) { SET p.cellKey = toInteger(rand() * 1099511627776) } IN TRANSACTIONS OF 10000 ROWS;
