// (:VolunteerErrand {key, organisation, volunteer, assignedAt, withdrawnAt, helpedOn, helpedHours})-[:OF]->(:ServiceOrder): who of an
//   organisation is sent to an order, one of each volunteer and order, and how long they helped
CREATE CONSTRAINT volunteer_errand_key IF NOT EXISTS FOR (e:VolunteerErrand) REQUIRE e.key IS UNIQUE;
CREATE INDEX volunteer_errand_organisation IF NOT EXISTS FOR (e:VolunteerErrand) ON (e.organisation);
