// (:Case) has, once its situation was stated and it was checked, situation and facts (sealed); once it is decided decidedOn, ruleDigest,
//   standardFrom, qualified and assessedAmount, what the rules say as of that day, and departed, with the departure's reason (sealed)
CREATE INDEX case_departed IF NOT EXISTS FOR (c:Case) ON (c.departed);
