package org.lianji.merges;

import org.jspecify.annotations.Nullable;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.TransitionInput;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Merges of persons: proposed by one officer, decided by another. */
@Component
final class PersonMerges {

    /** Until a second officer has looked at a merge. */
    static final String CONFIRM_CLOCK = "MERGE_CONFIRM";

    /** Until a second officer has looked at whether it is taken back. */
    static final String SPLIT_CLOCK = "MERGE_SPLIT";

    private final Procedures<PersonMergeState, PersonMergeTransition, PersonMerge> matters;
    private final DuplicateNumbers duplicates;
    private final ProcedureKernel kernel;

    PersonMerges(PersonMergeFlow flow, ProcedureKernel kernel, DuplicateNumbers duplicates) {
        this.matters = kernel.of(flow);
        this.kernel = kernel;
        this.duplicates = duplicates;
    }

    /**
     * Who is to be merged.
     *
     * @param keep token of who goes on
     * @param other token of who is merged into them
     * @param basis of the caller's that leads to both
     * @param reason why
     */
    record MergePersonsInput(String keep, String other, String basis, String reason) {}

    /**
     * {@return the merge, to be confirmed by a second officer}
     *
     * @throws Problem MERGE_NOT_PROVEN, MERGE_OF_RELATIVE, MERGE_IN_HAND
     */
    PersonMerge propose(MutationCall call, Reason stated, MergePersonsInput input) {
        Caller caller = call.caller();
        PersonMerge.Of of =
                new PersonMerge.Of(
                        caller.department(),
                        input.keep(),
                        input.other(),
                        Regions.upToProvince(caller.region()));
        if (!kernel.actor(caller).leads()) {
            throw new Problem(PersonMergeCode.MERGE_NOT_PROVEN);
        }
        try {
            PersonMerge begun =
                    matters.begin(
                            call,
                            stated,
                            PersonMergeTransition.PROPOSE,
                            input.reason(),
                            progress ->
                                    new PersonMerge(
                                            progress,
                                            of,
                                            caller.client(),
                                            input.basis(),
                                            List.of()));
            return matters.find(begun.id()).orElse(begun);
        } catch (DataIntegrityViolationException e) {
            duplicates.check(caller, input.basis(), of);
            throw new Problem(PersonMergeCode.MERGE_IN_HAND);
        }
    }

    /** {@return the merge, whose split a second officer is to confirm} */
    PersonMerge split(MutationCall call, Reason stated, TransitionInput step) {
        PersonMerge proposed =
                matters.take(
                        call,
                        stated,
                        PersonMergeTransition.PROPOSE_SPLIT,
                        step,
                        one -> one.proposedBy(call.caller().client()));
        return matters.find(proposed.id()).orElse(proposed);
    }

    Optional<PersonMerge> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /** {@return the merges of the caller's region, the newest first} */
    ListSource<PersonMerge> listing(Caller caller, @Nullable PersonMergeState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }
}
