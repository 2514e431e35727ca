// What was paid is public by the month.
CREATE INDEX payment_sheet_month IF NOT EXISTS FOR (s:PaymentSheet) ON (s.month);
CREATE INDEX relief_given IF NOT EXISTS FOR (m:ReliefCase) ON (m.givenAt);
