package org.lianji.bench.load;

/**
 * What is asked of the hub and of its peers: the same of the same person, each in its own words.
 */
enum Question {
    FAMILY(
            "query ($n: IdNumber!) { person(idNumber: $n) { name memberships(kind: LIVING_TOGETHER)"
                + " { household { number members { person { name idNumber records(categories:"
                + " [MZ01, CL01]) { nodes { ... on MinimumLivingAllowance { recordNo status } ..."
                + " on DisabilityCertificate { recordNo } } } } } } } } }",
            "query ($h: String!) { people(where: {idHash: {eq: $h}}) { registrations { name }"
                + " households(where: {kind: {eq: \\\"LIVING_TOGETHER\\\"}}) { number members {"
                + " idNumber registrations { name } allowances { recordNo status } disabilities {"
                + " recordNo } } } } }",
            """
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
            """),
    PAGE(
            "{ records(category: MZ01, where: {minimumLivingAllowance: {status: {eq: ACTIVE}}},"
                    + " first: 20) { nodes { recordNo person { name } ... on"
                    + " MinimumLivingAllowance { status startMonth } } pageInfo { hasNextPage"
                    + " endCursor } } }",
            "{ minimumLivingAllowances(where: {status: {eq: \\\"ACTIVE\\\"}}, limit: 21, sort:"
                + " [{key: ASC}]) { recordNo status startMonth persons { registrations { name } } }"
                + " }",
            """
            MATCH (r:Record&MinimumLivingAllowance) WHERE r.key STARTS WITH 'MZ01|' AND r.status = 'ACTIVE'
            WITH r ORDER BY r.key LIMIT 21
            RETURN collect({recordNo: r.recordNo, status: r.status, startMonth: r.startMonth,
              person: head(COLLECT { MATCH (r)-[:ABOUT]->(p:Person) RETURN {name: head(COLLECT { MATCH (p)<-[:ABOUT]-(s:HouseholdRegistration) RETURN s.name ORDER BY s.observedAt DESC LIMIT 1 })} })}) AS data
            """),
    FIVE(
            "query ($n: IdNumber!) { person(idNumber: $n) { records(categories: [GA01, MZ01, CL01,"
                    + " YB01, RS03]) { nodes { recordNo } } } }",
            "query ($h: String!) { people(where: {idHash: {eq: $h}}) { registrations { recordNo }"
                    + " allowances { recordNo } disabilities { recordNo } insurances { recordNo }"
                    + " pensions { recordNo } } }",
            """
            MATCH (p:Person {idHash: $h})
            RETURN {records: {nodes: COLLECT {
              MATCH (p)<-[:ABOUT]-(r:HouseholdRegistration|MinimumLivingAllowance|DisabilityCertificate|MedicalInsurance|PensionPayment)
              WITH r ORDER BY r.observedAt DESC, r.id LIMIT 21
              RETURN {recordNo: r.recordNo} }}} AS data
            """);

    private final String hub;
    private final String peer;
    private final String cypher;

    Question(String hub, String peer, String cypher) {
        this.hub = hub;
        this.peer = peer;
        this.cypher = cypher;
    }

    String cypher() {
        return cypher;
    }

    /** {@return the body of a request to the hub about the person of that ID number} */
    String toHub(String idNumber) {
        return "{\"query\":\"%s\",\"variables\":{%s}}"
                .formatted(hub, this == PAGE ? "" : "\"n\":\"" + idNumber + "\"");
    }

    /** {@return the body of a request to a GraphQL peer, which knows people by their hash} */
    String toPeer(String hash) {
        return "{\"query\":\"%s\",\"variables\":{%s}}"
                .formatted(peer, this == PAGE ? "" : "\"h\":\"" + hash + "\"");
    }

    /** {@return the body of a request to the floor} */
    String toFloor(String hash) {
        return "{\"question\":\"%s\",\"h\":\"%s\"}".formatted(name(), hash);
    }
}
