// (:HelpNeed {id, places, kind, quantity, urgency, until, age, hardship})-[:FOR]->(:Person)
CREATE CONSTRAINT help_need_id IF NOT EXISTS FOR (n:HelpNeed) REQUIRE n.id IS UNIQUE;
CREATE INDEX help_need_created IF NOT EXISTS FOR (n:HelpNeed) ON (n.createdAt);
// (:Pairing {id, need, offer, organisation, places, kind, quantity, consentUntil, recipientName, recipientPhone, recipientAddress,
//   satisfaction})-[:FOR]->(:Person), what the person lets be known sealed
CREATE CONSTRAINT pairing_id IF NOT EXISTS FOR (p:Pairing) REQUIRE p.id IS UNIQUE;
CREATE INDEX pairing_offer IF NOT EXISTS FOR (p:Pairing) ON (p.offer);
CREATE INDEX pairing_organisation IF NOT EXISTS FOR (p:Pairing) ON (p.organisation);
