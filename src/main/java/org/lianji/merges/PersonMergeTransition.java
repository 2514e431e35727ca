package org.lianji.merges;

import static org.lianji.merges.PersonMergeSide.OFFICER;
import static org.lianji.merges.PersonMergeSide.PROPOSER;
import static org.lianji.merges.PersonMergeSide.SECOND;
import static org.lianji.merges.PersonMergeState.DIFFERENT;
import static org.lianji.merges.PersonMergeState.MERGED;
import static org.lianji.merges.PersonMergeState.PROPOSED;
import static org.lianji.merges.PersonMergeState.SPLIT;
import static org.lianji.merges.PersonMergeState.SPLIT_PROPOSED;
import static org.lianji.merges.PersonMergeState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a merge: two officers each time, none of whom is a relative of either person. */
enum PersonMergeTransition implements Transition<PersonMergeState, PersonMerge> {
    PROPOSE(
            turn(OFFICER)
                    .to(PROPOSED)
                    .inWriting()
                    .starts(PersonMerges.CONFIRM_CLOCK, PersonMerge::department)),
    WITHDRAW(
            turn(PROPOSER)
                    .from(PROPOSED)
                    .to(WITHDRAWN)
                    .inWriting()
                    .ends(PersonMerges.CONFIRM_CLOCK)
                    .as("withdrawMerge")),
    CONFIRM(
            turn(SECOND)
                    .from(PROPOSED)
                    .to(MERGED)
                    .ends(PersonMerges.CONFIRM_CLOCK)
                    .as("confirmMerge")),
    DECLINE(
            turn(SECOND)
                    .from(PROPOSED)
                    .to(DIFFERENT)
                    .inWriting()
                    .ends(PersonMerges.CONFIRM_CLOCK)
                    .as("declineMerge")),
    PROPOSE_SPLIT(
            turn(OFFICER)
                    .from(MERGED)
                    .to(SPLIT_PROPOSED)
                    .inWriting()
                    .starts(PersonMerges.SPLIT_CLOCK, PersonMerge::department)),
    CONFIRM_SPLIT(
            turn(SECOND)
                    .from(SPLIT_PROPOSED)
                    .to(SPLIT)
                    .ends(PersonMerges.SPLIT_CLOCK)
                    .as("confirmSplit")),
    KEEP_MERGED(
            turn(SECOND)
                    .from(SPLIT_PROPOSED)
                    .to(MERGED)
                    .inWriting()
                    .ends(PersonMerges.SPLIT_CLOCK)
                    .as("keepMerged"));

    private final Row<PersonMergeState, PersonMerge> row;

    PersonMergeTransition(Row<PersonMergeState, PersonMerge> row) {
        this.row = row;
    }

    private static Row<PersonMergeState, PersonMerge> turn(PersonMergeSide side) {
        return Row.<PersonMergeState, PersonMerge>turn(side)
                .by(Role.COUNTY_OFFICER)
                .only(PersonMergeTransition::strangers);
    }

    private static @Nullable Code strangers(Actor actor, PersonMerge merge) {
        return Kinship.has(merge.kin(), actor.caller()) ? PersonMergeCode.MERGE_OF_RELATIVE : null;
    }

    @Override
    public Row<PersonMergeState, PersonMerge> row() {
        return row;
    }
}
