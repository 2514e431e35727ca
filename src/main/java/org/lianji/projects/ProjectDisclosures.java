package org.lianji.projects;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.charity.OneFamily;
import org.lianji.people.KnownNames;
import org.lianji.platform.Ids;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What everybody may read of a project: its money, and what was given, of no family. */
@Component
public final class ProjectDisclosures {

    /** Each delivery is told of once, so that no later change of anybody's family shows. */
    private static final String GIVEN =
            """
            MATCH (o:HelpOffer {organisation: $organisation, project: $name})
            MATCH (m:Pairing {offer: o.id, state: 'CONFIRMED'})-[:FOR]->(p:Person)
            WHERE m.disclosedIn IS NULL
            WITH m, p ORDER BY m.changedAt, m.id
            RETURN m.id AS pairing, m.kind AS kind, m.quantity AS quantity, p.id AS person,
              COLLECT { MATCH (p)-[:MEMBER_OF]->(h:Household) RETURN DISTINCT h.key } AS households
            """;

    /** Whether the project is called after somebody whom it helps, as far as its charity knows. */
    private static final String PERSONAL =
            """
            RETURN EXISTS {
              MATCH (o:HelpOffer {organisation: $organisation, project: $name})
              MATCH (m:Pairing {offer: o.id})-[:FOR]->(p:Person)<-[:ABOUT]-(r:Record)
              WHERE m.consentUntil IS NOT NULL
                AND size(%1$s) > 1 AND $name CONTAINS %1$s
            }
            """
                    .formatted(KnownNames.OF_RECORD);

    private static final String NO_NAME = "（名称不公开，以免看出受助人）";

    private static final String WRITE =
            """
            MATCH (m:HelpProject {id: $project})
            CREATE (d:ProjectDisclosure)-[:OF]->(m) SET d = $disclosure
            WITH d
            UNWIND $pairings AS id
            MATCH (m:Pairing {id: id}) SET m.disclosedIn = d.id
            """;

    private static final String SOME =
            """
            MATCH (d:ProjectDisclosure)-[:OF]->(m:HelpProject)
            WHERE d.on >= $from AND d.on < $to AND ($organisation IS NULL OR m.organisation = $organisation)
            MATCH (g:CharityOrganisation {organisation: m.organisation})
            RETURN d, m.id AS project, d.name AS name, m.organisation AS organisation, g.name AS charity
            ORDER BY d.on DESC, m.id, d.version DESC LIMIT 500
            """;

    private static final String OF_PROJECTS =
            """
            MATCH (d:ProjectDisclosure)-[:OF]->(m:HelpProject) WHERE m.id IN $projects
            MATCH (g:CharityOrganisation {organisation: m.organisation})
            RETURN d, m.id AS project, m.name AS name, m.organisation AS organisation, g.name AS charity
            ORDER BY d.on DESC, d.version DESC
            """;

    private final Neo4jClient graph;
    private final Clock clock;

    ProjectDisclosures(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * What was disclosed once.
     *
     * @param project its name, where it is not called after somebody whom it helps
     * @param organisation unified code of the charity
     * @param charity its name
     * @param on the day
     * @param last whether the project had ended
     * @param received since it began, in fen
     * @param spent since it began, in fen
     * @param given since the last disclosure
     */
    public record ProjectDisclosure(
            String project,
            String organisation,
            String charity,
            LocalDate on,
            boolean last,
            long received,
            long spent,
            List<DisclosedHelp> given) {

        public ProjectDisclosure {
            given = List.copyOf(given);
        }
    }

    /**
     * What was given of one kind.
     *
     * @param kind of help
     * @param quantity in the kind's unit
     * @param families whole tens
     */
    public record DisclosedHelp(HelpKind kind, long quantity, int families) {}

    /** Writes down what a project tells, in the transaction of the step. */
    void write(HelpProject project, boolean last) {
        List<GivenHelp> given = given(project);
        Map<String, Object> disclosure = new HashMap<>();
        disclosure.put("id", Ids.next('P'));
        disclosure.put("on", LocalDate.now(clock));
        disclosure.put("version", project.version());
        disclosure.put("last", last);
        disclosure.put("name", personal(project) ? NO_NAME : project.name());
        disclosure.put("received", project.account().received());
        disclosure.put("spent", project.account().spent());
        disclosure.put("kinds", given.stream().map(one -> one.kind().name()).toList());
        disclosure.put("quantities", given.stream().map(GivenHelp::quantity).toList());
        disclosure.put("families", given.stream().map(one -> (long) one.families()).toList());
        graph.query(WRITE)
                .bindAll(
                        Map.of(
                                "project",
                                project.id(),
                                "disclosure",
                                disclosure,
                                "pairings",
                                given.stream().flatMap(one -> one.pairings().stream()).toList()))
                .run();
    }

    private boolean personal(HelpProject project) {
        return graph.query(PERSONAL)
                .bindAll(
                        Map.of(
                                "organisation", project.organisation(),
                                "name", project.name(),
                                "register", KnownNames.REGISTER))
                .fetchAs(Boolean.class)
                .one()
                .orElse(true);
    }

    private List<GivenHelp> given(HelpProject project) {
        OneFamily families = new OneFamily();
        Map<HelpKind, List<GivenHelp.Delivery>> deliveries =
                graph
                        .query(GIVEN)
                        .bindAll(
                                Map.of(
                                        "organisation", project.organisation(),
                                        "name", project.name()))
                        .fetchAs(GivenHelp.Delivery.class)
                        .mappedBy(
                                (_, row) -> {
                                    String person = row.get("person").asString();
                                    families.add(
                                            person,
                                            row.get("households").asList(one -> one.asString()));
                                    return new GivenHelp.Delivery(
                                            row.get("pairing").asString(),
                                            HelpKind.valueOf(row.get("kind").asString()),
                                            row.get("quantity").asInt(),
                                            person);
                                })
                        .all()
                        .stream()
                        .collect(Collectors.groupingBy(GivenHelp.Delivery::kind));
        List<GivenHelp> given = new ArrayList<>();
        for (HelpKind kind : HelpKind.values()) {
            GivenHelp one =
                    GivenHelp.of(kind, deliveries.getOrDefault(kind, List.of()), families::of);
            if (one.families() > 0) {
                given.add(one);
            }
        }
        return given;
    }

    /**
     * {@return what was disclosed in a year, the newest first, 500 at most}
     *
     * @param organisation unified code of one charity; null for all
     * @param asked the year; null for this one
     */
    public List<ProjectDisclosure> of(@Nullable String organisation, @Nullable Integer asked) {
        int year = asked == null ? LocalDate.now(clock).getYear() : Math.clamp(asked, 1, 9998);
        LocalDate from = LocalDate.of(year, 1, 1);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", from);
        parameters.put("to", from.plusYears(1));
        parameters.put("organisation", organisation);
        return List.copyOf(
                graph.query(SOME)
                        .bindAll(parameters)
                        .fetchAs(ProjectDisclosure.class)
                        .mappedBy((_, row) -> disclosure(row))
                        .all());
    }

    /** {@return what was disclosed of each project, the newest first} */
    Map<HelpProject, List<ProjectDisclosure>> of(List<HelpProject> projects) {
        Map<String, List<ProjectDisclosure>> known = new HashMap<>();
        graph.query(OF_PROJECTS)
                .bind(projects.stream().map(HelpProject::id).toList())
                .to("projects")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                known.computeIfAbsent(
                                                row.get("project").asString(),
                                                _ -> new ArrayList<>())
                                        .add(disclosure(row)));
        return projects.stream()
                .collect(
                        Collectors.toMap(
                                one -> one,
                                one ->
                                        Objects.requireNonNull(
                                                known.getOrDefault(one.id(), List.of()))));
    }

    private static ProjectDisclosure disclosure(Record row) {
        var one = row.get("d");
        List<String> kinds = one.get("kinds").asList(kind -> kind.asString());
        List<Long> quantities = one.get("quantities").asList(quantity -> quantity.asLong());
        List<Integer> families = one.get("families").asList(count -> count.asInt());
        return new ProjectDisclosure(
                row.get("name").asString(),
                row.get("organisation").asString(),
                row.get("charity").asString(),
                one.get("on").asLocalDate(),
                one.get("last").asBoolean(),
                one.get("received").asLong(),
                one.get("spent").asLong(),
                IntStream.range(0, kinds.size())
                        .mapToObj(
                                i ->
                                        new DisclosedHelp(
                                                HelpKind.valueOf(kinds.get(i)),
                                                quantities.get(i),
                                                families.get(i)))
                        .toList());
    }
}
