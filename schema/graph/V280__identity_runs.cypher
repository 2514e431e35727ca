// (:IdentityRun {id, day, model, whole, startedAt, steppedAt, endedAt, after, step, looked, opened, linked}), one a day: numbers alone.
CREATE CONSTRAINT identity_run_day IF NOT EXISTS FOR (r:IdentityRun) REQUIRE r.day IS UNIQUE;
CREATE INDEX identity_run_id IF NOT EXISTS FOR (r:IdentityRun) ON (r.id);
