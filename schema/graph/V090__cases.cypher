// (:Case {id, kind, department, places, channel, consentNo, asked, told, surveyors, answers, validUntil, favourable, monthlyAmount, area,
//   startMonth, reviewCycle, openKey})-[:APPLIES_FOR]->(:Person), and once confirmed -[:GRANTED_TO]->(:Person), whom it covers; what
//   people wrote is sealed; openKey while it is to be decided
CREATE CONSTRAINT case_id IF NOT EXISTS FOR (c:Case) REQUIRE c.id IS UNIQUE;
CREATE INDEX case_open IF NOT EXISTS FOR (c:Case) ON (c.openKey);
CREATE INDEX case_created IF NOT EXISTS FOR (c:Case) ON (c.createdAt);
CREATE INDEX case_state IF NOT EXISTS FOR (c:Case) ON (c.state);
