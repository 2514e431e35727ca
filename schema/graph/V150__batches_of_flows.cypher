// (:Batch {ofFlow: true}): what a flow wrote, named by the number of its matter and the moment
MATCH (b:Batch) WHERE b.idempotencyKey =~ '[A-Z][A-Za-z0-9_-]{21,}@[0-9]{4}-[0-9]{2}-[0-9]{2}T.*' SET b.ofFlow = true;
