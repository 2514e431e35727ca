package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.access.HiddenLooks;
import org.lianji.access.ReadPurpose;
import org.lianji.assistance.KnownFacts.Fact;
import org.lianji.assistance.KnownFacts.FactSheet;
import org.lianji.audit.AuditLog;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.consents.CaseConsents;
import org.lianji.consents.ConsentReach;
import org.lianji.eligibility.Eligibility;
import org.lianji.eligibility.EligibilityRule;
import org.lianji.eligibility.KnownSource;
import org.lianji.people.DatedRelations;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What need not be asked of a family, since the library knows it, and what is left to ask (社会救助法
 * §§41, 42, 62).
 */
@Component
final class CaseKnowledge {

    /** What no department tells whole. */
    private static final List<String> OF_THE_FAMILY =
            List.of(
                    "Property.deposits",
                    "Expenditure.medical",
                    "Expenditure.education",
                    "Expenditure.rehabilitation",
                    "Expenditure.other");

    private static final String SPENT = "Expenditure.";
    private static final int TOWN_DIGITS = 9;

    private static final String HOMES =
            """
            MATCH (p:Person {id: $person})-[at:RESIDES_IN|REGISTERED_IN]->(g:Region)
            WHERE %s AND NOT g.code ENDS WITH '000000' AND NOT %s
              AND EXISTS { (g)-[:PART_OF*0..4]->(:Region {code: $city}) }
            RETURN g.code ORDER BY type(at) DESC, at.from DESC, g.code
            """
                    .formatted(DatedRelations.held("at"), HiddenLooks.at("p"));

    /** One officer alone opens nobody's file: whoever took it in is let in by nobody. */
    private static final String ELSEWHERE =
            """
            MATCH (p:Person {id: $person}), (b:Basis {id: $basis})
            RETURN NOT EXISTS { MATCH (p)-[at:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(:Region {code: $region}) WHERE %s }
              AND NOT EXISTS { (:Case {id: $id})<-[:OF]-(:ProcedureEvent {version: 1, client: $client}) }
              AND NOT EXISTS { (b)-[:PARTY]->(:Party {client: $client}) }
              AND NOT %s
            """
                    .formatted(DatedRelations.held("at"), HiddenLooks.at("p"));

    private static final String LET_IN =
            """
            MATCH (:Basis {id: $basis})-[:PARTY]->(y:Party) WHERE y.client IS NOT NULL AND y.until IS NULL
            RETURN DISTINCT y.client ORDER BY y.client
            """;

    private static final String PUBLISHED =
            """
            MATCH (n:PublicNotice {matter: $id, state: 'POSTED', kind: $kind})-[:FOR]->(p:Person)<-[:APPLIES_FOR]-(:Case {id: $id})
            WHERE n.lastDay < $today AND NOT EXISTS { MATCH (:Case {id: $id})<-[:OF]-(e:ProcedureEvent)
              WHERE e.transition IN ['CHECK', 'ASK_MEANS_AGAIN', 'STATE_OPINION'] AND e.at > n.createdAt }
            RETURN n.members AS members, coalesce(n.amount, 0) AS amount ORDER BY n.lastDay DESC, n.id LIMIT 1
            """;

    private static final String OBJECTIONS =
            "MATCH (n:PublicNotice {matter: $id, state: $state}) RETURN count(n)";

    /**
     * What was refused or ended undecided and then set aside before somebody applied for the same,
     * and nobody has taken anew.
     */
    private static final String SET_ASIDE =
            """
            MATCH (c:Case {id: $id})-[:APPLIES_FOR]->(:Person)<-[:APPLIES_FOR]-(m:Case {kind: c.kind})
            WHERE EXISTS { MATCH (m)<-[:OF]-(d:Deadline {code: $clock}) WHERE d.running IS NOT NULL }
              AND NOT EXISTS { MATCH (m)<-[:OF]-(e:ProcedureEvent {transition: $step}) WHERE e.at > c.createdAt }
            RETURN m.id
            """;

    private final Neo4jClient graph;
    private final KnownFacts library;
    private final BasisRegistry bases;
    private final CaseConsents consents;
    private final Eligibility eligibility;
    private final Catalogue catalogue;
    private final AuditLog chain;
    private final Clock clock;

    CaseKnowledge(
            Neo4jClient graph,
            KnownFacts library,
            BasisRegistry bases,
            CaseConsents consents,
            Eligibility eligibility,
            Catalogue catalogue,
            AuditLog chain,
            Clock clock) {
        this.graph = graph;
        this.library = library;
        this.bases = bases;
        this.consents = consents;
        this.eligibility = eligibility;
        this.catalogue = catalogue;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * @param known what the library tells
     * @param ask what it doesn't
     */
    record Knowledge(List<Value> known, List<Question> ask) {}

    /**
     * A value with where it comes from.
     *
     * @param person token
     * @param name what it fills, as rules name it
     */
    record Value(
            String person,
            String name,
            EligibilityRule.Title title,
            String category,
            String item,
            String value,
            String recordNo,
            String source,
            ZonedDateTime observedAt) {}

    /**
     * What is to be asked.
     *
     * @param person token; null of the family
     * @param beside whether something of it is known, and only the rest is asked for
     */
    record Question(
            @Nullable String person, String name, EligibilityRule.Title title, boolean beside) {}

    /**
     * {@return what the caller's own grants give on the case's basis, on the chain before it
     * leaves; none where the basis leads to nobody}
     */
    Optional<Knowledge> of(Caller caller, Case one) {
        if (!(one.family().basis() instanceof String basis) || CaseGuards.related(caller, one)) {
            return Optional.empty();
        }
        ReadPurpose reason = new ReadPurpose(Purpose.A, basis);
        ConsentReach reach = consents.reach(one.id(), bases.concerned(caller, reason));
        Optional<Map<String, EligibilityRule.Input>> names =
                eligibility.inputs(one.application().places().getFirst(), LocalDate.now(clock));
        if (reach.asked().isEmpty() || names.isEmpty()) {
            return Optional.empty();
        }
        FactSheet known =
                library.read(caller, reason, one.application().kind().sources(), reach.asked());
        chain.append(KnownFacts.entries(caller, one, known, "whatIsKnown"));
        return Optional.of(
                new Knowledge(
                        known.facts().stream().flatMap(fact -> values(fact, names.get())).toList(),
                        questions(
                                known.of(reach.family()),
                                names.get(),
                                one.application().kind().ofSpending())));
    }

    private Stream<Value> values(Fact fact, Map<String, EligibilityRule.Input> names) {
        return fact.items().entrySet().stream()
                .map(
                        item ->
                                new Value(
                                        fact.person(),
                                        fact.source().fills(),
                                        title(names, fact.source().fills()),
                                        fact.source().category(),
                                        item.getKey(),
                                        item.getValue(),
                                        fact.recordNo(),
                                        owner(fact),
                                        ZonedDateTime.parse(fact.observedAt())));
    }

    private String owner(Fact fact) {
        return catalogue.category(fact.source().category()).orElseThrow().owner().code();
    }

    private static List<Question> questions(
            FactSheet known, Map<String, EligibilityRule.Input> names, boolean ofSpending) {
        return Stream.concat(
                        known.persons().stream().flatMap(person -> ofPerson(known, person, names)),
                        ofFamily(known, names))
                .filter(one -> !ofSpending || one.name().startsWith(SPENT))
                .toList();
    }

    private static Stream<Question> ofPerson(
            FactSheet known, String person, Map<String, EligibilityRule.Input> names) {
        return Stream.concat(
                        Stream.of("Member.standing", "Member.incomes"),
                        Stream.of(KnownSource.values())
                                .filter(source -> source.fills().startsWith("Member."))
                                .filter(source -> !source.fills().equals("Member.incomes"))
                                .filter(source -> !known.answers(source, person))
                                .map(KnownSource::fills))
                .map(
                        name ->
                                new Question(
                                        person,
                                        name,
                                        title(names, name),
                                        told(known, name, person)));
    }

    private static Stream<Question> ofFamily(
            FactSheet known, Map<String, EligibilityRule.Input> names) {
        return Stream.concat(
                        Stream.of(KnownSource.VEHICLES, KnownSource.HOMES)
                                .filter(source -> !answered(known, source))
                                .map(KnownSource::fills),
                        OF_THE_FAMILY.stream())
                .map(name -> new Question(null, name, title(names, name), told(known, name, null)));
    }

    private static boolean answered(FactSheet known, KnownSource source) {
        return known.persons().stream().allMatch(person -> known.answers(source, person));
    }

    private static boolean told(FactSheet known, String name, @Nullable String person) {
        return known.facts().stream()
                .anyMatch(
                        fact ->
                                fact.source().fills().equals(name)
                                        && (person == null || fact.person().equals(person)));
    }

    static EligibilityRule.Title title(Map<String, EligibilityRule.Input> names, String name) {
        EligibilityRule.Input input = names.get(name);
        return input == null ? new EligibilityRule.Title(name, name) : input.title();
    }

    /**
     * {@return codes of the regions in which the applicant is known to live or, where nobody knows,
     * is registered, the smallest first}
     *
     * @throws Problem CASE_NO_TRANSFER where that is the town of the case, no town of the city, or
     *     not told, since looks at them are hidden
     */
    List<String> home(Case one) {
        List<String> homes =
                List.copyOf(
                        graph.query(HOMES)
                                .bindAll(
                                        Map.of(
                                                "person",
                                                one.family().applicant(),
                                                "city",
                                                Regions.WHOLE.getLast(),
                                                "now",
                                                ZonedDateTime.now(clock),
                                                "today",
                                                LocalDate.now(clock)))
                                .fetchAs(String.class)
                                .all());
        String town = town(one.application().places().getFirst());
        return homes.stream()
                .findFirst()
                .filter(_ -> homes.stream().map(CaseKnowledge::town).noneMatch(town::equals))
                .map(Regions::upToProvince)
                .orElseThrow(() -> new Problem(AssistanceCode.CASE_NO_TRANSFER));
    }

    private static String town(String village) {
        return village.substring(0, TOWN_DIGITS);
    }

    /** {@return clients who were let in by name on a basis} */
    Collection<String> letIn(String basis) {
        return graph.query(LET_IN).bind(basis).to("basis").fetchAs(String.class).all();
    }

    /**
     * {@return whether an officer who took no case in by their own word can't see who applies,
     * since the library has them nowhere in the officer's region}
     */
    boolean elsewhere(Caller officer, Case one) {
        return graph.query(ELSEWHERE)
                .bindAll(
                        Map.of(
                                "id",
                                one.id(),
                                "basis",
                                String.valueOf(one.family().basis()),
                                "person",
                                one.family().applicant(),
                                "client",
                                officer.client(),
                                "region",
                                officer.region(),
                                "now",
                                ZonedDateTime.now(clock),
                                "today",
                                LocalDate.now(clock)))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /**
     * What neighbours could object to.
     *
     * @param members how many
     * @param amount fen a month; of a recognition what the town wrote
     */
    record NoticeTerms(long members, long amount) {}

    /**
     * {@return what a notice of the case told, that is of its kind and of who applies, was posted
     * after the last check and opinion, and hung to its end without an objection; the last of
     * several}
     */
    Optional<NoticeTerms> published(Case one) {
        return graph.query(PUBLISHED)
                .bindAll(
                        Map.of(
                                "id",
                                one.id(),
                                "kind",
                                one.application().kind().notice(),
                                "today",
                                LocalDate.now(clock)))
                .fetchAs(NoticeTerms.class)
                .mappedBy(
                        (_, row) ->
                                new NoticeTerms(
                                        row.get("members").asLong(), row.get("amount").asLong()))
                .one();
    }

    /** {@return whether an objection to a notice of the case waits to be answered} */
    boolean objectedTo(Case one) {
        return notices(one.id(), "OBJECTED") > 0;
    }

    /**
     * {@return how many objections to its notices were answered}
     *
     * @param matter identifier of what the notices are about
     */
    long objections(String matter) {
        return notices(matter, "ANSWERED");
    }

    private long notices(String matter, String state) {
        return graph.query(OBJECTIONS)
                .bindAll(Map.of("id", matter, "state", state))
                .fetchAs(Long.class)
                .one()
                .orElse(0L);
    }

    /** {@return identifiers of what was set aside, and has waited for this application} */
    List<String> setAside(Case anew) {
        return List.copyOf(
                graph.query(SET_ASIDE)
                        .bindAll(
                                Map.of(
                                        "id",
                                        anew.id(),
                                        "clock",
                                        Cases.ANEW_CLOCK,
                                        "step",
                                        CaseTransition.SET_ASIDE.name()))
                        .fetchAs(String.class)
                        .all());
    }
}
