// A matter of a flow has its county, town and village as inCounty, inTown and inVillage beside places, which says the same as a list:
// of lists no index finds anything. The newest of a place are found by it, however many there are elsewhere.
CREATE INDEX case_county IF NOT EXISTS FOR (m:Case) ON (m.inCounty, m.createdAt);
CREATE INDEX case_town IF NOT EXISTS FOR (m:Case) ON (m.inTown, m.createdAt);
CREATE INDEX case_village IF NOT EXISTS FOR (m:Case) ON (m.inVillage, m.createdAt);
CREATE INDEX warning_county IF NOT EXISTS FOR (m:Warning) ON (m.inCounty, m.createdAt);
CREATE INDEX warning_town IF NOT EXISTS FOR (m:Warning) ON (m.inTown, m.createdAt);
CREATE INDEX warning_village IF NOT EXISTS FOR (m:Warning) ON (m.inVillage, m.createdAt);
CREATE INDEX relief_case_county IF NOT EXISTS FOR (m:ReliefCase) ON (m.inCounty, m.createdAt);
CREATE INDEX relief_case_town IF NOT EXISTS FOR (m:ReliefCase) ON (m.inTown, m.createdAt);
CREATE INDEX award_review_county IF NOT EXISTS FOR (m:AwardReview) ON (m.inCounty, m.createdAt);
CREATE INDEX award_review_town IF NOT EXISTS FOR (m:AwardReview) ON (m.inTown, m.createdAt);
CREATE INDEX clue_county IF NOT EXISTS FOR (m:Clue) ON (m.inCounty, m.createdAt);
CREATE INDEX clue_town IF NOT EXISTS FOR (m:Clue) ON (m.inTown, m.createdAt);

MATCH (m:AwardReview|Case|Clue|Complaint|CooperationTask|HelpNeed|IdentityReview|NeedAssessment|Pairing|PaymentSheet|PersonMerge|PublicNotice|ReliefCase|ServiceContract|ServiceOrder|SpecialAid|Warning)
WHERE m.places IS NOT NULL
CALL (m) {
  SET m.inCounty = head([place IN m.places WHERE place ENDS WITH '000000' AND NOT place ENDS WITH '00000000']),
    m.inTown = head([place IN m.places WHERE place ENDS WITH '000' AND NOT place ENDS WITH '000000']),
    m.inVillage = head([place IN m.places WHERE NOT place ENDS WITH '000'])
} IN TRANSACTIONS OF 10000 ROWS;
