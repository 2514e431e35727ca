// (:AgreementEvent {sequence}): the value that AgreementsVersion had after it, which is the order of all agreements' changes
MATCH (e:AgreementEvent)
WITH e ORDER BY e.at, e.agreement, e.version
WITH collect(e) AS events
UNWIND range(0, size(events) - 1) AS n
WITH events[n] AS e, n + 1 AS sequence
SET e.sequence = sequence
WITH max(sequence) AS last WHERE last IS NOT NULL
MERGE (v:AgreementsVersion {key: 'current'})
SET v.value = CASE WHEN coalesce(v.value, 0) < last THEN last ELSE v.value END;
CREATE CONSTRAINT agreement_event_sequence IF NOT EXISTS FOR (e:AgreementEvent) REQUIRE e.sequence IS UNIQUE;
