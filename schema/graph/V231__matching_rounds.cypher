// (:MatchingRound {id, day, startedAt, at, best}), one a day; (:MatchingRoundCounty {region, needs, served, whys, counts})-[:OF]->
//   (:MatchingRound): numbers alone. (:HelpOffer {sites}): where it is given, as HSDS writes it; (:Pairing {word}): sealed
CREATE CONSTRAINT matching_round_day IF NOT EXISTS FOR (r:MatchingRound) REQUIRE r.day IS UNIQUE;
CREATE INDEX matching_round_id IF NOT EXISTS FOR (r:MatchingRound) ON (r.id);
