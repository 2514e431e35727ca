// A record whose number is somebody of another name keeps the keyed hash of that number (claims), and is about nobody: by it a
// department's names that were tried for a number are counted, and whoever reviews it finds it.
CREATE INDEX record_claims IF NOT EXISTS FOR (r:Record) ON (r.claims);
CREATE INDEX superseded_claims IF NOT EXISTS FOR (r:Superseded) ON (r.claims);
CREATE INDEX withdrawn_claims IF NOT EXISTS FOR (r:Withdrawn) ON (r.claims);
