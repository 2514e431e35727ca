// (:IdentityReview {id, department, category, fact, place, ...})-[:REVIEWS]->(:Record|Superseded|Withdrawn), -[:CANDIDATE]->(:Person): whether a
// record is about a person. openKey is there while nobody has decided, so that a fact is looked into once at a time.
CREATE CONSTRAINT identity_review_id IF NOT EXISTS FOR (m:IdentityReview) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT identity_review_open IF NOT EXISTS FOR (m:IdentityReview) REQUIRE m.openKey IS UNIQUE;
CREATE INDEX identity_review_created IF NOT EXISTS FOR (m:IdentityReview) ON (m.createdAt);
// (:IdentityLabel {key, fact, hash, same, name, ...}): what somebody decided about a fact and the person of a number: it holds for
// what comes later, and is kept apart as a label for the next model. key = "<fact>|<hash>"; name = a keyed hash of the name.
CREATE CONSTRAINT identity_label_key IF NOT EXISTS FOR (l:IdentityLabel) REQUIRE l.key IS UNIQUE;
CREATE INDEX identity_label_hash IF NOT EXISTS FOR (l:IdentityLabel) ON (l.hash);
