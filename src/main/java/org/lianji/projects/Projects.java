package org.lianji.projects;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.clocks.LastDay;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects: begun by charities, or by the first offer that names one, and disclosed in time. */
@Component
final class Projects {

    /** In fen. */
    private static final long MOST = 100_000_000_000L;

    private static final String OFFER =
            """
            MATCH (o:HelpOffer {id: $offer})
            RETURN o.organisation AS organisation, o.project AS project, o.until AS until
            """;

    private static final String RUNNING = "MATCH (m:HelpProject {running: $running}) RETURN m.id";

    private static final String OVER =
            "MATCH (m:HelpProject) WHERE m.running IS NOT NULL AND m.lastDay < $today RETURN m.id";

    private static final String LATE =
            "EXISTS { MATCH (d:Deadline)-[:OF]->(m) WHERE d.endedOn IS NULL AND d.due < $today }";

    private static final String PUNCTUALITY =
            """
            MATCH (d:Deadline)-[:OF]->(m:HelpProject)
            MATCH (g:CharityOrganisation {organisation: m.organisation})
            RETURN m.organisation AS organisation, g.name AS charity, d.code AS code,
              count(CASE WHEN d.endedOn <= d.due THEN 1 END) AS inTime,
              count(CASE WHEN d.endedOn > d.due THEN 1 END) AS late,
              count(CASE WHEN d.endedOn IS NULL AND d.due < $today THEN 1 END) AS openOverdue
            ORDER BY organisation, code
            """;

    private final Procedures<ProjectState, ProjectTransition, HelpProject> matters;
    private final Neo4jClient graph;
    private final Values values;
    private final Clock clock;
    private final String lead;

    Projects(
            ProjectFlow flow,
            ProcedureKernel kernel,
            Neo4jClient graph,
            Values values,
            Catalogue catalogue,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.graph = graph;
        this.values = values;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /** What a charity begins. */
    record ProjectPlan(String name, String until, boolean emergency) {}

    HelpProject begin(MutationCall call, Reason stated, ProjectPlan said) {
        String name = Texts.required("name", said.name());
        LocalDate last = LastDay.of(said.until(), today(), ProjectCode.PROJECT_DAY);
        try {
            return matters.begin(
                    call,
                    stated,
                    said.emergency()
                            ? ProjectTransition.BEGIN_IN_EMERGENCY
                            : ProjectTransition.BEGIN,
                    null,
                    begun ->
                            new HelpProject(
                                    begun,
                                    call.caller().department(),
                                    name,
                                    last,
                                    lead,
                                    HelpProject.Account.NONE));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(ProjectCode.PROJECT_RUNNING);
        }
    }

    /** What a charity discloses, since the project began. */
    record Account(String id, long version, String received, String spent) {}

    HelpProject disclose(MutationCall call, Reason stated, Account said) {
        long received = fen(said.received(), "received");
        long spent = fen(said.spent(), "spent");
        ProjectState state =
                matters.find(call.caller(), said.id())
                        .map(HelpProject::state)
                        .orElseThrow(() -> new Problem(ProjectCode.PROJECT_NOT_FOUND));
        return matters.take(
                call,
                stated,
                ProjectTransition.disclosing(state),
                new TransitionInput(said.id(), said.version(), null),
                project -> disclosed(project, received, spent));
    }

    private HelpProject disclosed(HelpProject project, long received, long spent) {
        HelpProject.Account before = project.account();
        if (received < before.received() || spent < before.spent()) {
            throw new Problem(ProjectCode.PROJECT_ACCOUNT);
        }
        return project.with(new HelpProject.Account(received, spent, today()));
    }

    private long fen(String given, String argument) {
        long fen = (Long) values.required(ItemType.Scalar.MONEY, given, argument);
        if (fen < 0 || fen > MOST) {
            throw new Problem(ProjectCode.PROJECT_ACCOUNT);
        }
        return fen;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Begins the project that an offer names, or puts its last day off; again, it does nothing. */
    void follow(String offer) {
        Map<String, Object> named =
                graph.query(OFFER).bind(offer).to("offer").fetch().one().orElse(Map.of());
        if (!(named.get("until") instanceof LocalDate until)) {
            return;
        }
        String organisation = String.valueOf(named.get("organisation"));
        String name = String.valueOf(named.get("project"));
        running(organisation, name)
                .ifPresentOrElse(
                        project -> extend(project, until), () -> follow(organisation, name, until));
    }

    private Optional<HelpProject> running(String organisation, String name) {
        return graph.query(RUNNING)
                .bind(ProjectFlow.running(organisation, name))
                .to("running")
                .fetchAs(String.class)
                .one()
                .flatMap(matters::find);
    }

    private void extend(HelpProject project, LocalDate until) {
        if (until.isAfter(project.lastDay())) {
            matters.advance(ProjectTransition.EXTEND, project, one -> one.until(until));
        }
    }

    /** What another hub began in the meantime is found when the news come again. */
    private void follow(String organisation, String name, LocalDate until) {
        if (!until.isBefore(today())) {
            matters.beginByHub(
                    ProjectTransition.FOLLOW,
                    begun ->
                            new HelpProject(
                                    begun,
                                    organisation,
                                    name,
                                    until,
                                    lead,
                                    HelpProject.Account.NONE));
        }
    }

    /** {@return identifiers of projects whose last day is over} */
    Collection<String> over() {
        return graph.query(OVER).bind(today()).to("today").fetchAs(String.class).all();
    }

    void runOut(String id) {
        matters.find(id)
                .ifPresent(one -> matters.advance(ProjectTransition.RUN_OUT, one, all -> all));
    }

    Optional<HelpProject> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<HelpProject> listing(Caller caller, @Nullable ProjectState state, boolean overdue) {
        return matters.listing(
                caller, overdue ? Fragment.of(LATE, "today", today()) : Fragment.TRUE, state);
    }

    /** How a charity keeps one of the clocks. */
    record Punctuality(
            String organisation,
            String charity,
            String code,
            int inTime,
            int late,
            int openOverdue) {}

    List<Punctuality> punctuality() {
        return List.copyOf(
                graph.query(PUNCTUALITY)
                        .bind(today())
                        .to("today")
                        .fetchAs(Punctuality.class)
                        .mappedBy(
                                (_, row) ->
                                        new Punctuality(
                                                row.get("organisation").asString(),
                                                row.get("charity").asString(),
                                                row.get("code").asString(),
                                                row.get("inTime").asInt(),
                                                row.get("late").asInt(),
                                                row.get("openOverdue").asInt()))
                        .all());
    }
}
