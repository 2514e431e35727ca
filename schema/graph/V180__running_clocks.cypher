// A clock that runs has its last day as running too, so that an index finds what is due:
//   (:Deadline {…, running})
// Of which last days word was sent:
//   (:DeadlineNotice {key, clock, due}), clock = Deadline.key

CREATE INDEX deadline_running IF NOT EXISTS FOR (d:Deadline) ON (d.running);
CREATE CONSTRAINT deadline_notice IF NOT EXISTS FOR (n:DeadlineNotice) REQUIRE n.key IS UNIQUE;

MATCH (d:Deadline) WHERE d.endedOn IS NULL AND d.pausedOn IS NULL SET d.running = d.due;
