package org.lianji.conferences;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.people.KnownNames;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conferences in the graph: {@code (:Conference)-[:ABOUT]->(:Person)}. */
@Component
final class ConferenceFlow implements Flow<ConferenceState, ConferenceTransition, Conference> {

    private static final String LINK =
            """
            MATCH (m:Conference {id: $id})
            UNWIND $persons AS person
            MATCH (p:Person {id: person})
            MERGE (m)-[:ABOUT]->(p)
            """;

    /** The lock comes first, so that nothing is convened or opened on what ends meanwhile. */
    private static final String STANDS =
            """
            MATCH (c:%s {id: $matter})
            SET c.talkLock = true REMOVE c.talkLock
            RETURN NOT c.state IN $ended
            """;

    private static final String RELATED =
            """
            MATCH (:Conference {id: $id})-[:ABOUT]->(p:Person)
            UNWIND %s AS near
            WITH near WHERE near IN $members
            RETURN count(*) > 0
            """
                    .formatted(Kinship.of("p"));

    /** Somebody is in danger where looks at them are hidden: then this one's are hidden, too. */
    private static final String IN_DANGER =
            """
            MATCH (b:Basis {matter: $matter}) WHERE b.shownFrom > $now AND b.closed IS NULL
            RETURN count(b) > 0
            """;

    /** What the head signs, where looks are to be hidden for longer. */
    private static final String CHILD_IN_DANGER = "会商的事项已隐去查阅记录，告知可能危及未成年人的安全";

    private final Neo4jClient graph;
    private final BasisRegistry bases;

    ConferenceFlow(Neo4jClient graph, BasisRegistry bases) {
        this.graph = graph;
        this.bases = bases;
    }

    @Override
    public Class<ConferenceState> states() {
        return ConferenceState.class;
    }

    @Override
    public Class<ConferenceTransition> table() {
        return ConferenceTransition.class;
    }

    @Override
    public Class<Conference> matter() {
        return Conference.class;
    }

    @Override
    public char letter() {
        return 'U';
    }

    @Override
    public Code notFound() {
        return ConferenceCode.CONFERENCE_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , persons: COLLECT { MATCH (m)-[:ABOUT]->(p:Person) RETURN p.id ORDER BY p.id }
        , kin: COLLECT { MATCH (m)-[:ABOUT]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
        """
                        .formatted(Kinship.of("p"))
                + BasisRegistry.OF_MATTER;
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, Conference conference) {
        return !conference.related(actor.caller());
    }

    @Override
    public Fragment visible(Actor actor) {
        return Fragment.of("$member IN m.members", "member", Conference.member(actor.caller()));
    }

    @Override
    public void taken(Actor actor, ConferenceTransition step, Conference after) {
        switch (step) {
            case CONVENE -> {
                requireMatter(after);
                link(after);
                requireUnrelated(after);
            }
            case BEGIN -> {
                requireMatter(after);
                open(actor.caller(), after);
            }
            case DECIDE, CANCEL, END -> end(actor.of(after.department()), after);
            case OPINE -> {}
        }
    }

    /** What was taken back, or ended, is talked about no more. */
    private void requireMatter(Conference conference) {
        Conference.Origin origin = conference.agenda().origin();
        boolean ended =
                graph.query(STANDS.formatted(origin.type()))
                        .bindAll(
                                Map.of(
                                        "matter",
                                        conference.agenda().matter(),
                                        "ended",
                                        origin.ended()))
                        .fetchAs(Boolean.class)
                        .one()
                        .filter(stands -> !stands)
                        .isPresent();
        if (ended) {
            throw new Problem(ConferenceCode.CONFERENCE_MATTER);
        }
    }

    /**
     * Nobody is asked about their own near relatives; who becomes known as one later sees nothing.
     */
    private void requireUnrelated(Conference conference) {
        boolean related =
                graph.query(RELATED)
                        .bindAll(Map.of("id", conference.id(), "members", conference.members()))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false);
        if (related) {
            throw new Problem(ConferenceCode.CONFERENCE_OF_RELATIVE);
        }
    }

    private void link(Conference conference) {
        graph.query(LINK)
                .bindAll(Map.of("id", conference.id(), "persons", conference.persons()))
                .run();
    }

    private void open(Caller caller, Conference conference) {
        register(
                caller,
                conference,
                conference.id(),
                conference.unrelated().stream()
                        .map(one -> party(one, conference.agenda().lastDay()))
                        .toList(),
                conference.agenda().lastDay(),
                conference.agenda().categories());
    }

    /** Who is to do something by its decision learns for whom: who they are, and nothing more. */
    void open(Caller caller, Conference decided, ConferenceTask task, LocalDate until) {
        if (!decided.persons().isEmpty()) {
            register(
                    caller,
                    decided,
                    task.id(),
                    List.of(party(task.owner(), until)),
                    until,
                    List.of(KnownNames.REGISTER));
        }
    }

    private void register(
            Caller caller,
            Conference conference,
            String id,
            List<BasisRegistry.Party> parties,
            LocalDate until,
            List<String> categories) {
        BasisRegistry.Registration matter =
                new BasisRegistry.Registration(
                        BasisKind.CONFERENCE,
                        id,
                        id,
                        List.of(conference.agenda().purpose()),
                        Set.copyOf(conference.persons()),
                        Set.of(),
                        Set.of(),
                        parties,
                        until);
        String basis =
                inDanger(conference)
                        ? bases.registerForChildInDanger(caller, matter, CHILD_IN_DANGER)
                        : bases.register(caller, matter);
        bases.narrow(basis, categories);
    }

    private static BasisRegistry.Party party(String member, LocalDate until) {
        int bar = member.indexOf('|');
        return new BasisRegistry.Party(
                member.substring(0, bar), member.substring(bar + 1), null, until);
    }

    private boolean inDanger(Conference conference) {
        return graph.query(IN_DANGER)
                .bindAll(
                        Map.of(
                                "matter",
                                conference.agenda().matter(),
                                "now",
                                conference.changedAt()))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    private void end(Caller caller, Conference conference) {
        if (conference.basis() instanceof String basis) {
            bases.end(caller, basis);
        }
    }

    /** Persons read of the basis; of a decision the chain has the hash of the minutes. */
    @Override
    public Entry entry(Actor actor, Reason stated, ConferenceTransition step, Conference after) {
        String minutes = after.decision().minutesHash();
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                after.agenda().purpose().name(),
                null,
                List.of(),
                List.of(),
                List.of(),
                step == ConferenceTransition.DECIDE && minutes != null
                        ? minutes
                        : Digests.hex(after.stepText(step)),
                null);
    }
}
