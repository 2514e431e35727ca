// (:NeedBatch {id, day, until, needs}): what was published on a day
CREATE CONSTRAINT need_batch_day IF NOT EXISTS FOR (b:NeedBatch) REQUIRE b.day IS UNIQUE;
// (:PublishedNeed {id, need, day, until, kind, quantity, region, hardship, age, urgency})-[:OF]->(:HelpNeed): as coarse as it is shown
CREATE CONSTRAINT published_need_id IF NOT EXISTS FOR (x:PublishedNeed) REQUIRE x.id IS UNIQUE;
CREATE INDEX published_need_need IF NOT EXISTS FOR (x:PublishedNeed) ON (x.need);
CREATE INDEX published_need_until IF NOT EXISTS FOR (x:PublishedNeed) ON (x.until);
CREATE INDEX help_need_state IF NOT EXISTS FOR (n:HelpNeed) ON (n.state);
// (:PairingWish {id, key, need, offer, organisation, askedAt, askedOn, open})-[:OF]->(:HelpNeed)
CREATE CONSTRAINT pairing_wish_id IF NOT EXISTS FOR (w:PairingWish) REQUIRE w.id IS UNIQUE;
CREATE CONSTRAINT pairing_wish_key IF NOT EXISTS FOR (w:PairingWish) REQUIRE w.key IS UNIQUE;
CREATE INDEX pairing_wish_organisation IF NOT EXISTS FOR (w:PairingWish) ON (w.organisation, w.askedOn);
