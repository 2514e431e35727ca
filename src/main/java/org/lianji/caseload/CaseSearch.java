package org.lianji.caseload;

import org.lianji.access.ItemAccessCheck;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.Declarations;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.paging.Nodes;
import org.lianji.people.Kinship;
import org.lianji.people.KnownNames;
import org.lianji.people.MatterPlaces;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.texts.PlainText;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applications of a region, found by whose they are; never a near relative's of who looks. */
@Component
final class CaseSearch {

    private static final int LONGEST_NAME = 50;

    /** Of one name in one county; who has more to choose from asks by number. */
    private static final int MOST = 50;

    /** Who applied, and who gave a consent to it: the flow's own, not what the library knows. */
    private static final String BY_PERSON =
            """
            MATCH (p:Person {id: $person})
            CALL (p) {
              MATCH (p)<-[:APPLIES_FOR]-(m:Case) RETURN m
              UNION MATCH (p)<-[:FOR]-(:CaseConsent)-[:UNDER]->(m:Case) RETURN m
            }
            WITH DISTINCT p, m WHERE m.department = $department AND %s
            MATCH (m)-[:APPLIES_FOR]->(a:Person)
            WITH m, p, a WHERE NOT any(near IN %s WHERE near IN $self) AND NOT any(near IN %s WHERE near IN $self)
            RETURN m.id ORDER BY m.createdAt DESC, m.id LIMIT $most
            """;

    /** Those of one name as the register has it, which a basis leads to while they are open. */
    private static final String BY_NAME =
            """
            MATCH (m:Case) WHERE m.openKey IS NOT NULL AND m.department = $department AND %s
            MATCH (m)-[:APPLIES_FOR]->(p:Person)<-[:ABOUT]-(r:Record {category: $register})
            WHERE %s = $name
            MATCH (b:Basis {matter: m.id}) WHERE b.closed IS NULL
            WITH m, r, b, p WHERE NOT any(near IN %s WHERE near IN $self)
            RETURN m.id AS case, r.id AS record, b.id AS basis
            ORDER BY m.createdAt DESC, m.id LIMIT $most
            """;

    /** The registered name with one middle dot for all, as {@link PlainText#comparable} has it. */
    private static final String COMPARABLE =
            PlainText.MIDDLE_DOTS
                    .substring(1)
                    .chars()
                    .mapToObj(dot -> "'" + (char) dot + "', '" + PlainText.MIDDLE_DOTS.charAt(0))
                    .reduce(
                            "r.name",
                            (name, dots) -> "replace(" + name + ", " + dots + "')",
                            (one, _) -> one);

    private final Neo4jClient graph;
    private final Nodes cases;
    private final People people;
    private final ItemAccessCheck access;
    private final Declarations declarations;
    private final Values values;
    private final AuditLog chain;
    private final TransactionTemplate transactions;
    private final Category register;
    private final Item name;

    CaseSearch(
            Neo4jClient graph,
            @Qualifier("caseNodes") Nodes cases,
            People people,
            ItemAccessCheck access,
            Declarations declarations,
            Values values,
            AuditLog chain,
            TransactionTemplate transactions,
            Catalogue catalogue) {
        this.graph = graph;
        this.cases = cases;
        this.people = people;
        this.access = access;
        this.declarations = declarations;
        this.values = values;
        this.chain = chain;
        this.transactions = transactions;
        this.register = catalogue.category(KnownNames.REGISTER).orElseThrow();
        this.name = register.item(KnownNames.REGISTERED_NAME).orElseThrow();
    }

    /**
     * {@return the applications of somebody, or to which they gave a consent, the newest first}
     * That they were looked for is on the chain, where they read it, and counts like a person whom
     * an officer names.
     *
     * @throws Problem TOO_MANY_DECLARED once an officer has named too many that day
     */
    List<?> ofNumber(Caller caller, String idNumber) {
        Optional<String> person =
                people.of(
                        (String) values.required(ItemType.Scalar.ID_NUMBER, idNumber, "idNumber"));
        transactions.executeWithoutResult(
                _ -> {
                    declarations.count(caller, 1);
                    person.ifPresent(one -> chain.append(List.of(sought(caller, one))));
                });
        return person.map(
                        one ->
                                shown(
                                        caller,
                                        graph.query(
                                                        BY_PERSON.formatted(
                                                                within(caller).text(),
                                                                Kinship.of("p"),
                                                                Kinship.of("a")))
                                                .bindAll(parameters(caller, "person", one))
                                                .fetchAs(String.class)
                                                .all()))
                .orElse(List.of());
    }

    private static Entry sought(Caller caller, String person) {
        return new Entry(
                Kind.READ,
                caller.department(),
                caller.client(),
                Purpose.A.name(),
                null,
                List.of(),
                List.of(),
                List.of(person),
                Digests.hex("findCases"),
                null,
                Act.CASE_SOUGHT);
    }

    /**
     * {@return open applications of who has that name in the register, the newest first, as far as
     * the caller would see the name on the application's basis}
     *
     * @throws Problem CASE_NAME
     */
    List<?> ofName(Caller caller, String asked) {
        String whole = PlainText.kept(asked);
        if (whole.isEmpty() || PlainText.length(whole) > LONGEST_NAME) {
            throw new Problem(CaseloadCode.CASE_NAME);
        }
        Map<String, Object> parameters = parameters(caller, "name", PlainText.comparable(whole));
        parameters.put("register", KnownNames.REGISTER);
        return shown(
                caller,
                graph
                        .query(
                                BY_NAME.formatted(
                                        within(caller).text(), COMPARABLE, Kinship.of("p")))
                        .bindAll(parameters)
                        .fetch()
                        .all()
                        .stream()
                        .filter(row -> sees(caller, row))
                        .map(row -> String.valueOf(row.get("case")))
                        .distinct()
                        .toList());
    }

    private boolean sees(Caller caller, Map<String, Object> row) {
        Reason reason = new Reason(Purpose.A.name(), String.valueOf(row.get("basis")));
        return access.see(caller, reason, register, name, String.valueOf(row.get("record")))
                .isPresent();
    }

    private static Fragment within(Caller caller) {
        return MatterPlaces.within("region", caller.region());
    }

    private static Map<String, Object> parameters(Caller caller, String key, String value) {
        return new HashMap<>(
                Map.of(
                        key,
                        value,
                        "department",
                        caller.department(),
                        "region",
                        caller.region(),
                        "most",
                        MOST,
                        "self",
                        Kinship.names(caller)));
    }

    private List<?> shown(Caller caller, Collection<String> ids) {
        return ids.stream().<Object>flatMap(id -> cases.find().apply(caller, id).stream()).toList();
    }
}
