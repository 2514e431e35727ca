MATCH (:MinimumLivingAllowance)-[:ABOUT]->(p:Person)
WITH DISTINCT p
WITH head(COLLECT {
  MATCH (p)-[e:RESIDES_IN|REGISTERED_IN]->(g:Region)
  WHERE (e.from IS NULL OR e.from <= date()) AND (e.to IS NULL OR e.to > date())
  RETURN g.code ORDER BY type(e) DESC, g.code LIMIT 1 }) AS place
WITH CASE WHEN substring(place, 4, 2) <> '00' THEN left(place, 6) + '000000' ELSE '?' END AS region, count(*) AS count
RETURN {region: region, count: count} AS data
