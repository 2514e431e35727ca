// (:VisitAssignment {key, worker, role, department, assignedBy, assignedAt, until, withdrawnAt})-[:FOR]->(:Warning|Clue): who was sent
//   to the door by whoever works on the matter; the party of the matter's basis that lets them read ends with it
CREATE CONSTRAINT visit_assignment_key IF NOT EXISTS FOR (a:VisitAssignment) REQUIRE a.key IS UNIQUE;
CREATE INDEX visit_assignment_worker IF NOT EXISTS FOR (a:VisitAssignment) ON (a.worker);
CREATE INDEX visit_assignment_sender IF NOT EXISTS FOR (a:VisitAssignment) ON (a.assignedBy);
