// (:SpecialAid {id, kind, caseId, department, places, answer, openKey})-[:PART_OF]->(:Case): a part of an application that
//   another department decides; department is where it came in; the answer is sealed;
//   openKey = "<kind>|<person>" while it is to be decided, so that a person has one of a kind at a time
// (:RecheckDraw {key})-[:DREW {drawn}]->(:Case): key = "<county>|<year>"; applications for extreme hardship support that were reported to
//   the county, and whether it looks into them
CREATE CONSTRAINT recheck_draw IF NOT EXISTS FOR (d:RecheckDraw) REQUIRE d.key IS UNIQUE;
CREATE CONSTRAINT special_aid_id IF NOT EXISTS FOR (s:SpecialAid) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT special_aid_open IF NOT EXISTS FOR (s:SpecialAid) REQUIRE s.openKey IS UNIQUE;
CREATE INDEX special_aid_case IF NOT EXISTS FOR (s:SpecialAid) ON (s.caseId);
CREATE INDEX special_aid_created IF NOT EXISTS FOR (s:SpecialAid) ON (s.createdAt);
CREATE INDEX special_aid_state IF NOT EXISTS FOR (s:SpecialAid) ON (s.state);
