MATCH (p:Person {idHash: $h})
RETURN {
  name: head(COLLECT { MATCH (p)<-[:ABOUT]-(s:HouseholdRegistration) RETURN s.name ORDER BY s.observedAt DESC LIMIT 1 }),
  memberships: COLLECT {
    MATCH (p)-[m:MEMBER_OF]->(h:Household {kind: 'LIVING_TOGETHER'})
    WHERE (m.from IS NULL OR m.from <= date()) AND (m.to IS NULL OR m.to > date())
    RETURN {household: {number: h.number, members: COLLECT {
      MATCH (h)<-[n:MEMBER_OF]-(q:Person)
      WHERE (n.from IS NULL OR n.from <= date()) AND (n.to IS NULL OR n.to > date())
      RETURN {person: {
        name: head(COLLECT { MATCH (q)<-[:ABOUT]-(s:HouseholdRegistration) RETURN s.name ORDER BY s.observedAt DESC LIMIT 1 }),
        idNumber: q.idNumber,
        records: {nodes: COLLECT {
          MATCH (q)<-[:ABOUT]-(r:MinimumLivingAllowance|DisabilityCertificate)
          WITH r ORDER BY r.observedAt DESC, r.id LIMIT 21
          RETURN CASE WHEN r:MinimumLivingAllowance THEN {recordNo: r.recordNo, status: r.status} ELSE {recordNo: r.recordNo} END }}}} }}} }
} AS data
