MATCH (r:Record&MinimumLivingAllowance) WHERE r.key STARTS WITH 'MZ01|' AND r.status = 'ACTIVE'
WITH r ORDER BY r.status, r.key LIMIT 20
RETURN collect({recordNo: r.recordNo, status: r.status, startMonth: r.startMonth,
  person: head(COLLECT { MATCH (r)-[:ABOUT]->(p:Person) RETURN {name: head(COLLECT { MATCH (p)<-[:ABOUT]-(s:HouseholdRegistration) RETURN s.name ORDER BY s.observedAt DESC LIMIT 1 })} })}) AS data
