// (:HelpProject {id, organisation, name, lastDay, lead, received, spent, disclosedOn, running}): a charity's project; running is its key
//   while it runs, of which there is one. (:ProjectDisclosure {id, version, on, last, name, received, spent, kinds, quantities, families})-[:OF]->
//   (:HelpProject): what is public of it; a (:Pairing {disclosedIn}) was told of there, among ten families at least
CREATE CONSTRAINT help_project_id IF NOT EXISTS FOR (p:HelpProject) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT help_project_running IF NOT EXISTS FOR (p:HelpProject) REQUIRE p.running IS UNIQUE;
CREATE INDEX help_project_created IF NOT EXISTS FOR (p:HelpProject) ON (p.createdAt);
CREATE CONSTRAINT project_disclosure_id IF NOT EXISTS FOR (d:ProjectDisclosure) REQUIRE d.id IS UNIQUE;
CREATE INDEX project_disclosure_on IF NOT EXISTS FOR (d:ProjectDisclosure) ON (d.on);
