MATCH (p:Person {idHash: $h})
RETURN {records: {nodes: COLLECT {
  MATCH (p)<-[:ABOUT]-(r:HouseholdRegistration|MinimumLivingAllowance|DisabilityCertificate|MedicalInsurance|PensionPayment)
  WITH r ORDER BY r.observedAt DESC, r.id LIMIT 21
  RETURN {recordNo: r.recordNo} }}} AS data
