// (:CaseConsent {id, relation, consentNo, signedOn, until, recordedBy, overtaken, revokedAt, answers})-[:UNDER]->(:Case), -[:FOR]->(:Person):
//   whose consent to the check of means; overtaken where a newer one of the same person stands in its place; answers of a
//   relative outside the family as of a case's. Applications that are open get theirs with the next check, by their consentNo.
// (:Basis)-[:ASKS]->(:Identity|Person): a relative outside the family who consented; nothing but reads
// (:Basis)-[:SPARES {from}]->(:Identity|Person): whoever it leads to no longer, from then on
CREATE CONSTRAINT case_consent_id IF NOT EXISTS FOR (c:CaseConsent) REQUIRE c.id IS UNIQUE;
CREATE INDEX case_consent_created IF NOT EXISTS FOR (c:CaseConsent) ON (c.createdAt);
