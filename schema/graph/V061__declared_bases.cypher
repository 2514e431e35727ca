// One node for how much a department, or a client, declared on a day
// (:Basis {confirmReasons, confirmDue, askedUntil, confirmation, confirmedAt, confirmedBy, confirmNote})   a declared basis that the head must
//       confirm: until is the end of confirmDue, and askedUntil once it is confirmed
CREATE CONSTRAINT declaration_count_key IF NOT EXISTS FOR (c:DeclarationCount) REQUIRE c.key IS UNIQUE;
CREATE INDEX basis_confirm_due IF NOT EXISTS FOR (b:Basis) ON (b.confirmDue);
