// (:PairingAsks {organisation, day, asks}): how often a charity asked to be paired on that day, repeats too
CREATE CONSTRAINT pairing_asks_organisation IF NOT EXISTS FOR (a:PairingAsks) REQUIRE a.organisation IS UNIQUE;
DROP INDEX pairing_wish_organisation IF EXISTS;
