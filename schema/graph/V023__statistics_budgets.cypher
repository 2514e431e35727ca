// One node for what a client, or a department, asked of a category on a day
CREATE CONSTRAINT statistics_budget_key IF NOT EXISTS FOR (b:StatisticsBudget) REQUIRE b.key IS UNIQUE;
