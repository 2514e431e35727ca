// (:MatchRun {id, at, answer}): what a run of matching answered, for a call of the same name; identifiers and reasons, no person
CREATE CONSTRAINT match_run_id IF NOT EXISTS FOR (r:MatchRun) REQUIRE r.id IS UNIQUE;
CREATE INDEX help_need_state IF NOT EXISTS FOR (n:HelpNeed) ON (n.state);
CREATE INDEX pairing_need IF NOT EXISTS FOR (p:Pairing) ON (p.need);
