// (:CharityStaff {key, organisation, client, duties, suspended}): what somebody of an organisation does for it
CREATE CONSTRAINT charity_staff_key IF NOT EXISTS FOR (s:CharityStaff) REQUIRE s.key IS UNIQUE;
CREATE INDEX charity_staff_organisation IF NOT EXISTS FOR (s:CharityStaff) ON (s.organisation);
