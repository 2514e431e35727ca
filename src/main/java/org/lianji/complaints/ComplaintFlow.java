package org.lianji.complaints;

import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.Fragment;
import org.lianji.disclosure.NoticeObjections;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Complaints in the graph: {@code (:Complaint)-[:OF_CITIZEN]->(:Person)} where a citizen complains
 * with their own token.
 */
@Component
final class ComplaintFlow implements Flow<ComplaintState, ComplaintTransition, Complaint> {

    private static final String LINK =
            """
            MATCH (m:Complaint {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:OF_CITIZEN]->(p)
            """;

    /** Who took steps in the matter, and where they sit, as far as that is known. */
    private static final String INVOLVED =
            """
            , clients: COLLECT { MATCH (e:ProcedureEvent) WHERE e.matter = m.matter AND e.version > 0 RETURN DISTINCT e.client }
            , offices: COLLECT { MATCH (e:ProcedureEvent) WHERE e.matter = m.matter AND e.version > 0 AND e.region IS NOT NULL
                RETURN DISTINCT e.department + '|' + e.region }
            """;

    /** Nobody sees a complaint about themself, or about what their own office did. */
    private static final String NOT_INVOLVED =
            """
            coalesce(m.worker, '') <> toLower($client) AND NOT $client IN m.lookers
            AND NOT EXISTS { MATCH (e:ProcedureEvent)
              WHERE e.matter = m.matter AND e.version > 0
                AND (e.client = $client
                  OR m.level = 'COUNTY' AND e.department = $department AND e.region = $region) }
            """;

    private final Neo4jClient graph;
    private final NoticeObjections objections;
    private final String lead;

    ComplaintFlow(Neo4jClient graph, NoticeObjections objections, Catalogue catalogue) {
        this.graph = graph;
        this.objections = objections;
        this.lead = catalogue.lead();
    }

    @Override
    public Class<ComplaintState> states() {
        return ComplaintState.class;
    }

    @Override
    public Class<ComplaintTransition> table() {
        return ComplaintTransition.class;
    }

    @Override
    public Class<Complaint> matter() {
        return Complaint.class;
    }

    @Override
    public char letter() {
        return 'T';
    }

    @Override
    public Code notFound() {
        return ComplaintCode.COMPLAINT_NOT_FOUND;
    }

    @Override
    public String linked() {
        return INVOLVED;
    }

    /** Who is to answer; who filed it, whose call may come twice; and the citizen whose it is. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        Fragment filed =
                new Fragment(
                        "m.filer = $client AND m.filerDepartment = $department",
                        Map.of("client", caller.client(), "department", caller.department()));
        return Fragment.any(List.of(answered(caller), filed, own(caller)));
    }

    /** {@return the complaints of the citizen who asks} */
    static Fragment own(Caller caller) {
        return caller.person() instanceof String person && caller.is(Role.CITIZEN)
                ? Fragment.of(
                        "EXISTS { (m)-[:OF_CITIZEN]->(:Person {id: $citizen}) }", "citizen", person)
                : Fragment.FALSE;
    }

    /** {@return the complaints that the caller's office is to answer, and has no part in} */
    Fragment answered(Caller caller) {
        List<String> levels =
                List.of(
                        caller.is(Role.COUNTY_OFFICER) ? ComplaintLevel.COUNTY.name() : "",
                        caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD)
                                ? ComplaintLevel.CITY.name()
                                : "");
        return caller.department().equals(lead)
                ? new Fragment(
                        "m.level IN $levels AND m.answering = $region AND " + NOT_INVOLVED,
                        Map.of(
                                "levels",
                                levels,
                                "region",
                                caller.region(),
                                "client",
                                caller.client(),
                                "department",
                                caller.department()))
                : Fragment.FALSE;
    }

    @Override
    public Map<String, Object> derived(Complaint complaint) {
        return Map.of(
                "answering",
                complaint.answering(),
                "county",
                complaint.places().getLast(),
                "filedOn",
                complaint.createdAt().toLocalDate());
    }

    @Override
    public void taken(Actor actor, ComplaintTransition step, Complaint after) {
        if (after.version() == 1
                && after.concern().kind() == Complaint.Kind.NOTICE
                && after.concern().matter() instanceof String notice) {
            objections.object(notice);
        }
        if (step == ComplaintTransition.FILE && actor.caller().person() instanceof String person) {
            graph.query(LINK).bindAll(Map.of("id", after.id(), "person", person)).run();
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, ComplaintTransition step, Complaint after) {
        return entry(
                actor.caller(),
                Kind.WRITE,
                step == ComplaintTransition.FILE && actor.caller().person() instanceof String person
                        ? List.of(person)
                        : complainants(after),
                after.stepText(step));
    }

    /** {@return the citizen who complains; none where they have not told} */
    List<String> complainants(Complaint complaint) {
        return List.copyOf(
                graph.query("MATCH (:Complaint {id: $id})-[:OF_CITIZEN]->(p:Person) RETURN p.id")
                        .bind(complaint.id())
                        .to("id")
                        .fetchAs(String.class)
                        .all());
    }

    static Entry entry(Caller caller, Kind kind, List<String> about, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                null,
                null,
                List.of(),
                List.of(),
                about,
                Digests.hex(what),
                null,
                kind == Kind.READ ? Act.COMPLAINT_READ : Act.COMPLAINT_HANDLED);
    }
}
