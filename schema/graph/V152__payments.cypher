// (:PaymentSheet {id, places, month, drawnBy})-[:HAS]->(:PaymentLine {number, caseId, village, month,
//   amount, change, result, reason, key})-[:PAYS]->(:Case): amounts in fen; key = "<case>|<month>" while the line stands, so that no month is
//   paid twice
CREATE CONSTRAINT payment_sheet_id IF NOT EXISTS FOR (s:PaymentSheet) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT payment_line_key IF NOT EXISTS FOR (l:PaymentLine) REQUIRE l.key IS UNIQUE;
CREATE INDEX payment_sheet_created IF NOT EXISTS FOR (s:PaymentSheet) ON (s.createdAt);
