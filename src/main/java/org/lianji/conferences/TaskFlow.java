package org.lianji.conferences;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.database.Fragment;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

import java.util.List;

/** Tasks, known to who is to do them and to who gave them. */
@Component
final class TaskFlow implements Flow<ConferenceTask.State, TaskTransition, ConferenceTask> {

    private final BasisRegistry bases;

    TaskFlow(BasisRegistry bases) {
        this.bases = bases;
    }

    @Override
    public Class<ConferenceTask.State> states() {
        return ConferenceTask.State.class;
    }

    @Override
    public Class<TaskTransition> table() {
        return TaskTransition.class;
    }

    @Override
    public Class<ConferenceTask> matter() {
        return ConferenceTask.class;
    }

    @Override
    public char letter() {
        return 'U';
    }

    @Override
    public Code notFound() {
        return ConferenceCode.CONFERENCE_TASK_NOT_FOUND;
    }

    @Override
    public Fragment visible(Actor actor) {
        return Fragment.of(
                "$member IN [m.owner, m.convener]", "member", Conference.member(actor.caller()));
    }

    @Override
    public String linked() {
        return """
        , persons: CASE WHEN m.state = 'GIVEN' THEN COLLECT { MATCH (:Conference {id: m.conference})-[:ABOUT]->(p:Person) RETURN p.id ORDER BY p.id } ELSE [] END
        """
                + BasisRegistry.OF_MATTER;
    }

    @Override
    public void taken(Actor actor, TaskTransition step, ConferenceTask after) {
        if (step != TaskTransition.GIVE && after.basis() instanceof String basis) {
            bases.end(actor.of(after.givenBy()), basis);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, TaskTransition step, ConferenceTask after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Digests.hex(after.stepText(step)),
                null);
    }
}
