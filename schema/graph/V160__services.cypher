// (:NeedAssessment {id, places, assessor, dailyActivities, housework, company, spirits, mobility, dwelling, skills})-[:FOR]->(:Person),
//   who assessed sealed
CREATE CONSTRAINT need_assessment_id IF NOT EXISTS FOR (a:NeedAssessment) REQUIRE a.id IS UNIQUE;
// (:ServiceContract {id, organisation, region, kind, unitPrice, units, budget, startsOn, endsOn, drafter}), money in fen
CREATE CONSTRAINT service_contract_id IF NOT EXISTS FOR (c:ServiceContract) REQUIRE c.id IS UNIQUE;
// (:ServiceOrder {id, places, assessment, reason, contract, organisation, kind, units, task, until, orderer, consentUntil, recipientName,
//   recipientPhone, recipientAddress, plannedOn, visitDays, visitUnits, visitWorkers, volunteerHours, deliveredUnits,
//   evaluation})-[:FOR]->(:Person), the task and what the person lets be known sealed
CREATE CONSTRAINT service_order_id IF NOT EXISTS FOR (o:ServiceOrder) REQUIRE o.id IS UNIQUE;
CREATE INDEX service_order_contract IF NOT EXISTS FOR (o:ServiceOrder) ON (o.contract);
CREATE INDEX service_order_organisation IF NOT EXISTS FOR (o:ServiceOrder) ON (o.organisation);
