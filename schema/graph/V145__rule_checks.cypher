// (:RuleCheck {name, digest}): of which texts of the rules the database was asked for plans
CREATE CONSTRAINT rule_check IF NOT EXISTS FOR (c:RuleCheck) REQUIRE c.name IS UNIQUE;
