// (:Clue {id, receipt, places, statements, distress, childAtRisk, personName, reporterDepartment, reporter, department, client,
//   dismissal}): what somebody saw, statements and name sealed; receipt is what its reporter knows it by
//   -[:CONCERNS]->(:Identity) whom it is about, where a number was given; -[:JOINED]->(:Warning) with which it is dealt
CREATE CONSTRAINT clue_id IF NOT EXISTS FOR (c:Clue) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT clue_receipt IF NOT EXISTS FOR (c:Clue) REQUIRE c.receipt IS UNIQUE;
CREATE INDEX clue_created IF NOT EXISTS FOR (c:Clue) ON (c.createdAt);
