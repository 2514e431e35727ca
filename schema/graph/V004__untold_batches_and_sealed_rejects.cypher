//   (:Batch {untold})                  true from the commit of the last row until every listener has heard of it
//   (:RejectedRow {batch, row, findings, sealed, sealedAt})
//       sealed = the row as it was sent, encrypted (people.Seal); it and sealedAt go after lianji.contribution.rejects-kept
// Rows kept in clear by an earlier version can't be encrypted here: they go, their findings stay.
CREATE INDEX batch_untold IF NOT EXISTS FOR (b:Batch) ON (b.untold);
CREATE INDEX rejected_row_sealed_at IF NOT EXISTS FOR (r:RejectedRow) ON (r.sealedAt);
MATCH (r:RejectedRow) WHERE r.source IS NOT NULL CALL (r) { REMOVE r.source } IN TRANSACTIONS OF 10000 ROWS;
