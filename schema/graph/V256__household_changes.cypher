// (:HouseholdChange {id, kind, visit, department, reporter, places, ...})-[:CHANGES]->(:Person|Household): who came to a household or left it, as a
//   visit found. openKey is there while it waits to be confirmed.
CREATE CONSTRAINT household_change_id IF NOT EXISTS FOR (m:HouseholdChange) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT household_change_open IF NOT EXISTS FOR (m:HouseholdChange) REQUIRE m.openKey IS UNIQUE;
CREATE INDEX household_change_visit IF NOT EXISTS FOR (m:HouseholdChange) ON (m.visit);
CREATE INDEX household_change_created IF NOT EXISTS FOR (m:HouseholdChange) ON (m.createdAt);
