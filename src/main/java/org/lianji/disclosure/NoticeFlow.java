package org.lianji.disclosure;

import org.lianji.assistance.CaseReturns;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Notices in the graph: {@code (:PublicNotice)-[:FOR]->(:Person)}. */
@Component
final class NoticeFlow implements Flow<NoticeState, NoticeTransition, PublicNotice> {

    /** The lock comes first, so that of two at once the second sees the first. */
    private static final String LINK =
            """
            MATCH (m:PublicNotice {id: $id}), (p:Person {id: $person})
            SET p.lock = true
            REMOVE p.lock
            WITH m, p
            MERGE (m)-[:FOR]->(p)
            RETURN EXISTS { MATCH (n:PublicNotice {kind: m.kind})-[:FOR]->(p) WHERE n.id <> m.id AND n.state IN ['POSTED', 'OBJECTED'] AND n.lastDay >= $today }
            """;

    private final Neo4jClient graph;
    private final CaseReturns cases;

    NoticeFlow(Neo4jClient graph, CaseReturns cases) {
        this.graph = graph;
        this.cases = cases;
    }

    @Override
    public Class<NoticeState> states() {
        return NoticeState.class;
    }

    @Override
    public Class<NoticeTransition> table() {
        return NoticeTransition.class;
    }

    @Override
    public Class<PublicNotice> matter() {
        return PublicNotice.class;
    }

    @Override
    public char letter() {
        return 'Z';
    }

    @Override
    public Code notFound() {
        return DisclosureCode.NOTICE_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:FOR]->(p:Person) | p.id])
        , kin: COLLECT { MATCH (m)-[:FOR]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
        , by: head([(m)<-[:OF]-(e:ProcedureEvent {version: 1}) | e.client])
        """
                .formatted(Kinship.of("p"));
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, PublicNotice notice) {
        return !Kinship.keepsOff(notice.concern().kin(), actor.caller());
    }

    /** Officers of the leading department in the township and the county of the village. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? MatterPlaces.within("region", caller.region())
                : Fragment.FALSE;
    }

    @Override
    public Map<String, Object> derived(PublicNotice notice) {
        return Map.of("village", notice.village());
    }

    @Override
    public void taken(Actor actor, NoticeTransition step, PublicNotice after) {
        if (step == NoticeTransition.POST && hangs(actor, after)) {
            throw new Problem(DisclosureCode.NOTICE_HANGS);
        }
        if (step == NoticeTransition.ANSWER && after.matter() instanceof String matter) {
            cases.objectionAnswered(matter, Boolean.TRUE.equals(after.finding().upheld()));
        }
    }

    /** {@return whether another of its kind about the person, whom it is linked to now, hangs} */
    private boolean hangs(Actor actor, PublicNotice posted) {
        return graph.query(LINK)
                .bindAll(
                        Map.of(
                                "id",
                                posted.id(),
                                "person",
                                posted.person(),
                                "today",
                                actor.today()))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    @Override
    public Entry entry(Actor actor, Reason stated, NoticeTransition step, PublicNotice after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                "A",
                null,
                List.of(),
                List.of(),
                List.of(after.person()),
                Digests.hex(after.stepText(step)),
                null);
    }
}
