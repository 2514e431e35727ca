// (:Case)-[:AMENDED_BY]->(:AwardAmendment {after, until, amount}): a decision that gives more, in fen a month, for the months behind one and
//   up to another, some of which may be paid already. What is lacking of them is paid by further lines:
//   (:PaymentLine {already}) is what was paid for its month before it, in fen, and then key = "<case>|<month>|<already>"
CREATE INDEX award_amendment_until IF NOT EXISTS FOR (a:AwardAmendment) ON (a.until);
