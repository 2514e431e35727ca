package org.lianji.merges;

import org.lianji.outbox.Outbox;
import org.lianji.people.PersonsMerged;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * What else a merge and a split do: each flow keeps one open matter of a kind, and who listens
 * hears that the family is another.
 */
@Component
final class MergeEffects {

    private final List<UniqueMatters> flows;
    private final Outbox outbox;

    MergeEffects(List<UniqueMatters> flows, Outbox outbox) {
        this.flows = flows;
        this.outbox = outbox;
    }

    /**
     * @throws Problem MERGE_OPEN_TWICE where both have open what one person has once
     */
    void check(PersonMerge.Of of) {
        List<String> kinds =
                flows.stream()
                        .flatMap(flow -> flow.inBoth(of.kept(), of.merged()).stream())
                        .distinct()
                        .sorted()
                        .toList();
        if (!kinds.isEmpty()) {
            throw new Problem(PersonMergeCode.MERGE_OPEN_TWICE, Map.of("kinds", kinds));
        }
    }

    void makeWay(PersonMerge.Of of) {
        flows.forEach(flow -> flow.makeWay(of.kept(), of.merged()));
    }

    /** After all that hangs on the two has changed hands. */
    void settle(PersonMerge merge) {
        List<String> both = List.of(merge.of().kept(), merge.of().merged());
        flows.forEach(flow -> flow.rekey(both));
        outbox.post(PersonsMerged.KIND, merge.id(), new PersonsMerged(both));
    }
}
