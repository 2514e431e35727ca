// (:ReliefCase {id, places, cause, foundAt, temporaryNo, description, opener, second, amount, goods, givenAt, again, referral,
//   papersDoneOn, yearKey})-[:FOR]->(:Person): first help; the description sealed, the amount in fen. yearKey is what no two cases
//   have in common whose help was given: the person, the cause and the year
CREATE CONSTRAINT relief_case_id IF NOT EXISTS FOR (c:ReliefCase) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT relief_case_year IF NOT EXISTS FOR (c:ReliefCase) REQUIRE c.yearKey IS UNIQUE;
CREATE CONSTRAINT relief_case_temporary IF NOT EXISTS FOR (c:ReliefCase) REQUIRE c.temporaryNo IS UNIQUE;
CREATE INDEX relief_case_created IF NOT EXISTS FOR (c:ReliefCase) ON (c.createdAt);
// (:PettyFund {region, balance, movements, openedAt}): cash of a township, in fen
//   -[:MOVED]->(:FundMovement {number, kind, change, balance, cash, at, client, note, relief}), -[:RECONCILED]->(:FundMonth {key, month, …})
CREATE CONSTRAINT petty_fund_region IF NOT EXISTS FOR (f:PettyFund) REQUIRE f.region IS UNIQUE;
CREATE CONSTRAINT fund_movement_relief IF NOT EXISTS FOR (m:FundMovement) REQUIRE m.relief IS UNIQUE;
CREATE CONSTRAINT fund_month_key IF NOT EXISTS FOR (m:FundMonth) REQUIRE m.key IS UNIQUE;
