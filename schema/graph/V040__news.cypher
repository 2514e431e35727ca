// (:News {id, subject, seq, kind, payload, at})  what has happened; payload = identifiers as JSON; seq = its place in the log
//   :Unplaced {turn}       until it has one: turn = its place among those of its subject that wait
// (:NewsLog {name, seq, gone})  seq = the last place given; gone = the last one that is not kept any more; who writes here has its lock
// (:NewsListener {name, kinds, after, holder, until, seenAt})  after = up to where it has heard; holder, until = the hub that tells it
// (:ParkedNews {listener, seq, subject, kind, failures, fault, failedAt, retryAt, deadAt})
//   what a listener could not take, and what waits behind: only the first of a subject has retryAt, or deadAt once an operator must look
CREATE CONSTRAINT news_seq IF NOT EXISTS FOR (n:News) REQUIRE n.seq IS UNIQUE;
CREATE INDEX news_kind IF NOT EXISTS FOR (n:News) ON (n.kind, n.seq);
CREATE INDEX news_unplaced IF NOT EXISTS FOR (n:Unplaced) ON (n.subject);
CREATE CONSTRAINT news_log IF NOT EXISTS FOR (l:NewsLog) REQUIRE l.name IS UNIQUE;
CREATE CONSTRAINT news_listener IF NOT EXISTS FOR (l:NewsListener) REQUIRE l.name IS UNIQUE;
CREATE CONSTRAINT parked_news IF NOT EXISTS FOR (d:ParkedNews) REQUIRE (d.listener, d.seq) IS UNIQUE;
CREATE INDEX parked_news_due IF NOT EXISTS FOR (d:ParkedNews) ON (d.listener, d.retryAt);
CREATE INDEX parked_news_subject IF NOT EXISTS FOR (d:ParkedNews) ON (d.listener, d.subject, d.seq);
MATCH (b:Batch) WHERE b.untold IS NOT NULL CALL (b) { REMOVE b.untold } IN TRANSACTIONS OF 10000 ROWS;
DROP INDEX batch_untold IF EXISTS;
