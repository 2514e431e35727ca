// Nodes:
//   (:ParameterChange {id, version, state, name, region, startsOn, value, document, department, client, place, createdAt,
//       changedAt}): a value that a parameter of the rules is to have from a day on; place is there while it is proposed or approved
//   (:ParameterChangeEvent {parameterChange, version, transition, from, to, department, client, at, note})-[:OF]->(c)
//   (:ParameterPreview {change, rules, regions, come, go, stay, at})-[:PREVIEWS]->(c): what the rules would find with it, by rule and
//       county, in lists of one length
CREATE CONSTRAINT parameter_change_id IF NOT EXISTS FOR (c:ParameterChange) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT parameter_change_place IF NOT EXISTS FOR (c:ParameterChange) REQUIRE c.place IS UNIQUE;
CREATE INDEX parameter_change_state IF NOT EXISTS FOR (c:ParameterChange) ON (c.state);
CREATE CONSTRAINT parameter_preview IF NOT EXISTS FOR (v:ParameterPreview) REQUIRE v.change IS UNIQUE;
