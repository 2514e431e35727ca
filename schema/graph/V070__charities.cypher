// (:CharityOrganisation {id, organisation, name, certificate, fundraising, managers}): one for each unified code; managers are keyed
//   hashes of ID numbers
CREATE CONSTRAINT charity_organisation_id IF NOT EXISTS FOR (o:CharityOrganisation) REQUIRE o.id IS UNIQUE;
CREATE CONSTRAINT charity_organisation_code IF NOT EXISTS FOR (o:CharityOrganisation) REQUIRE o.organisation IS UNIQUE;
// (:HelpOffer {id, organisation, project, kind, capacity, until, regions, ages, hardships}): what an organisation offers
CREATE CONSTRAINT help_offer_id IF NOT EXISTS FOR (o:HelpOffer) REQUIRE o.id IS UNIQUE;
CREATE INDEX help_offer_kind IF NOT EXISTS FOR (o:HelpOffer) ON (o.kind);
