package org.lianji.workers;

import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.Declarations;
import org.lianji.database.Fragment;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Workers in the graph: {@code (:Worker)-[:IS_PERSON]->(:Person)}. */
@Component
final class WorkerFlow implements Flow<WorkerState, WorkerTransition, Worker> {

    private static final String LINK =
            """
            MATCH (m:Worker {id: $id}), (p:Person {id: $person})
            CREATE (m)-[:IS_PERSON]->(p)
            """;

    private final Neo4jClient graph;
    private final Declarations declarations;

    WorkerFlow(Neo4jClient graph, Declarations declarations) {
        this.graph = graph;
        this.declarations = declarations;
    }

    @Override
    public Class<WorkerState> states() {
        return WorkerState.class;
    }

    @Override
    public Class<WorkerTransition> table() {
        return WorkerTransition.class;
    }

    @Override
    public Class<Worker> matter() {
        return Worker.class;
    }

    @Override
    public char letter() {
        return 'W';
    }

    @Override
    public Code notFound() {
        return WorkerCode.WORKER_NOT_FOUND;
    }

    @Override
    public String linked() {
        return ", person: head([(m)-[:IS_PERSON]->(p:Person) | p.id])";
    }

    /** The county's officers of the leading department alone, not the city's. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER)
                ? Fragment.of("m.inCounty = $county", "county", caller.region())
                : Fragment.FALSE;
    }

    /** An account is one worker's at a time. */
    @Override
    public Map<String, Object> derived(Worker worker) {
        Map<String, Object> keys = new HashMap<>(Map.of("account", worker.account()));
        if (worker.state() == WorkerState.REGISTERED) {
            keys.put("openKey", worker.account());
        }
        return keys;
    }

    /** Whoever is named counts among whom the officer names on their word that day. */
    @Override
    public void taken(Actor actor, WorkerTransition step, Worker after) {
        if (step == WorkerTransition.REGISTER) {
            graph.query(LINK).bindAll(Map.of("id", after.id(), "person", after.person())).run();
            declarations.count(actor.caller(), 1);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, WorkerTransition step, Worker after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(after.person()),
                Digests.hex(after.stepText(step)),
                null,
                step == WorkerTransition.REGISTER ? Act.WORKER_REGISTERED : Act.WORKER_ENDED);
    }
}
