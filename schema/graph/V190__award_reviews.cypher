// (:AwardReview {id, caseId, category, cause, department, places, before, status, decidedBy, decision, checkedOn, conclusion, found, unanswered, qualifies,
//   assessedAmount, outcome, amount, exitUntil, proposedBy, reason, answer, settledOn, openKey})-[:REVIEWS]->(:Case): amounts in fen; what
//   people wrote is sealed; openKey = "REVIEW|<case>" or "OBJECTION|<case>" while it is to be
//   decided, so that a case has one of each at a time;
//   decision = "<matter>|<version>" of the step that was the last decision when it was begun
// (:Case)-[:GAVE]->(:FormerAward {lastMonth, amount}): what it gave a month, in fen, up to a month, where something else was decided since
CREATE CONSTRAINT award_review_id IF NOT EXISTS FOR (r:AwardReview) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT award_review_open IF NOT EXISTS FOR (r:AwardReview) REQUIRE r.openKey IS UNIQUE;
CREATE INDEX award_review_case IF NOT EXISTS FOR (r:AwardReview) ON (r.caseId);
CREATE INDEX award_review_created IF NOT EXISTS FOR (r:AwardReview) ON (r.createdAt);
CREATE INDEX award_review_state IF NOT EXISTS FOR (r:AwardReview) ON (r.state);
