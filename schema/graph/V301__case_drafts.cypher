// (:CaseDraft {id, account, content, savedAt}): an application that somebody began to write, sealed; of an officer by their account, of a
// citizen by (:CaseDraft)-[:DRAFTED_BY]->(:Person)
CREATE CONSTRAINT case_draft_id IF NOT EXISTS FOR (d:CaseDraft) REQUIRE d.id IS UNIQUE;
CREATE INDEX case_draft_account IF NOT EXISTS FOR (d:CaseDraft) ON (d.account);
CREATE INDEX case_draft_saved IF NOT EXISTS FOR (d:CaseDraft) ON (d.savedAt);
