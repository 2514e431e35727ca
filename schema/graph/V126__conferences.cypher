// (:Conference {id, origin, matter, topic, purpose, categories, lastDay, members, opinionBy, opinionTexts, decided, minutes,
//   minutesHash})-[:ABOUT]->(:Person), (:ConferenceTask {id, conference, convener, owner, what}): what people wrote is sealed; members,
//   conveners and owners as department|client. (:Basis {categories}) of a conference opens these alone
CREATE CONSTRAINT conference_id IF NOT EXISTS FOR (c:Conference) REQUIRE c.id IS UNIQUE;
CREATE INDEX conference_created IF NOT EXISTS FOR (c:Conference) ON (c.createdAt);
CREATE CONSTRAINT conference_task_id IF NOT EXISTS FOR (t:ConferenceTask) REQUIRE t.id IS UNIQUE;
CREATE INDEX conference_task_created IF NOT EXISTS FOR (t:ConferenceTask) ON (t.createdAt);
CREATE INDEX conference_task_of IF NOT EXISTS FOR (t:ConferenceTask) ON (t.conference);
