// (:CooperationTask {id, origin, matter, places, registration, letterNo, question, lead, handler, outcome, answer, answeredAt, openKey})
//   -[:ABOUT]->(:Person): what people wrote is sealed; openKey is the matter while an answer is awaited.
//   (:LetterNumber {key, last}): letters to counties outside of the city, by the county that writes and the year
CREATE CONSTRAINT cooperation_task_id IF NOT EXISTS FOR (t:CooperationTask) REQUIRE t.id IS UNIQUE;
CREATE CONSTRAINT cooperation_task_open IF NOT EXISTS FOR (t:CooperationTask) REQUIRE t.openKey IS UNIQUE;
CREATE INDEX cooperation_task_created IF NOT EXISTS FOR (t:CooperationTask) ON (t.createdAt);
CREATE INDEX cooperation_task_matter IF NOT EXISTS FOR (t:CooperationTask) ON (t.matter);
CREATE INDEX cooperation_task_registration IF NOT EXISTS FOR (t:CooperationTask) ON (t.registration);
CREATE CONSTRAINT letter_number_key IF NOT EXISTS FOR (n:LetterNumber) REQUIRE n.key IS UNIQUE;
