// A disability certificate's number begins with the holder's ID number. Records keep it masked, and beside it a keyed hash
// by which it is looked up ("certNo hash"). Where it is still kept in clear, the record is marked here; the hub has the key
// and does the rest at its start.
MATCH (r) WHERE (r:DisabilityCertificate OR r:DisabilitySubsidy) AND r.certNo IS NOT NULL
CALL (r) { SET r:NumberInClear } IN TRANSACTIONS OF 10000 ROWS;
MATCH (r) WHERE (r:Superseded OR r:Withdrawn) AND r.category IN ['CL01', 'MZ08'] AND r.certNo IS NOT NULL
CALL (r) { SET r:NumberInClear } IN TRANSACTIONS OF 10000 ROWS;
