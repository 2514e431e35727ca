// Nodes:
//   (:Webhook {id, version, state, department, url, kinds, sealed, createdAt, changedAt}): an address that a department registered;
//       sealed is what it is signed with
//   (:ProcedureEvent)-[:OF]->(w)
//   (:WebhookOwner {department}): whose webhooks are counted, one after another
CREATE CONSTRAINT webhook_id IF NOT EXISTS FOR (w:Webhook) REQUIRE w.id IS UNIQUE;
CREATE INDEX webhook_state IF NOT EXISTS FOR (w:Webhook) ON (w.state);
CREATE INDEX webhook_department IF NOT EXISTS FOR (w:Webhook) ON (w.department);
CREATE CONSTRAINT webhook_owner IF NOT EXISTS FOR (o:WebhookOwner) REQUIRE o.department IS UNIQUE;
