package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureCode;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.TransitionInput;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Clues: reported by whoever is near, looked into by officers of the place. */
@Component
final class Clues {

    /** Until somebody has accepted it. */
    static final String ACCEPT_CLOCK = "CLUE_ACCEPT";

    /** The same where a child is at risk. */
    static final String CHILD_CLOCK = "CLUE_CHILD_AT_RISK";

    /** Until the county has accepted what the township handed to it. */
    static final String COUNTY_CLOCK = "CLUE_COUNTY";

    /** Until somebody was at the door. */
    static final String VISIT_CLOCK = "CLUE_VISIT";

    /** Until it is said what came of it. */
    static final String CLOSE_CLOCK = "CLUE_CLOSE";

    private static final char RECEIPT = 'Q';

    private static final int MOST_TRIES = 5;

    private final Procedures<ClueState, ClueTransition, Clue> matters;
    private final ClueReports reports;
    private final String lead;

    Clues(ClueFlow flow, ProcedureKernel kernel, ClueReports reports, Catalogue catalogue) {
        this.matters = kernel.of(flow);
        this.reports = reports;
        this.lead = catalogue.lead();
    }

    /** {@return the clue, reported; the same whoever it is about, and whatever is known of them} */
    Clue report(
            MutationCall call, Reason stated, String region, ClueReports.Observation observation) {
        ClueReports.CheckedReport checked = reports.checked(observation);
        List<String> places = reports.places(region);
        Clue.Reporter reporter =
                new Clue.Reporter(
                        Ids.next(RECEIPT), call.caller().department(), call.caller().client());
        ClueTransition step =
                checked.childAtRisk() ? ClueTransition.REPORT_CHILD_AT_RISK : ClueTransition.REPORT;
        return matters.begin(
                call,
                stated,
                step,
                null,
                begun ->
                        reports.clue(
                                begun,
                                places,
                                checked,
                                reporter,
                                new Clue.Handler(lead, null, null)));
    }

    /**
     * {@return the clue, with what was added}
     *
     * <p>Who adds needn't know how far it has come, and doesn't learn it.
     *
     * @param id its receipt, for who reported it, or its identifier, for who has accepted it
     */
    Clue complete(MutationCall call, Reason stated, String id, ClueReports.Observation addition) {
        ClueReports.CheckedReport added = reports.checked(addition);
        for (int more = MOST_TRIES; ; more--) {
            try {
                return complete(call, stated, informed(call.caller(), id), added);
            } catch (Problem e) {
                if (e.code() == ProcedureCode.TRANSITION_NOT_ALLOWED) {
                    throw new Problem(OutreachCode.CLUE_SETTLED);
                }
                if (e.code() != ProcedureCode.VERSION_CONFLICT || more == 0) {
                    throw e;
                }
            }
        }
    }

    private Clue complete(
            MutationCall call, Reason stated, Clue clue, ClueReports.CheckedReport added) {
        boolean up =
                added.childAtRisk()
                        && !clue.seen().childAtRisk()
                        && clue.state() != ClueState.WITH_COUNTY;
        return matters.take(
                call,
                stated,
                up ? ClueTransition.COMPLETE_CHILD_AT_RISK : ClueTransition.COMPLETE,
                new TransitionInput(clue.id(), clue.version(), null),
                one -> {
                    Clue more = reports.completed(one, added);
                    return up ? more.handledBy(null) : more;
                });
    }

    private Clue informed(Caller caller, String id) {
        return reported(caller, id)
                .or(() -> find(caller, id))
                .orElseThrow(() -> new Problem(OutreachCode.CLUE_NOT_FOUND));
    }

    /** {@return the clue, for those who answer for it} */
    Optional<Clue> find(Caller caller, String id) {
        Fragment that = ClueFlow.answered(caller).and(Fragment.of("m.id = $clue", "clue", id));
        return first(caller, that);
    }

    /** {@return the clue of the receipt, for who reported it} */
    Optional<Clue> reported(Caller caller, String receipt) {
        Fragment that =
                ClueFlow.reported(caller)
                        .and(Fragment.of("m.receipt = $receipt", "receipt", receipt));
        return first(caller, that);
    }

    /** {@return the clues, whoever asks: for who sees a warning that they are about} */
    List<Clue> ofHub(Collection<String> ids) {
        return ids.stream().flatMap(id -> matters.find(id).stream()).toList();
    }

    private Optional<Clue> first(Caller caller, Fragment which) {
        return matters.listing(caller, which, null).read(Stretch.start(1)).stream().findFirst();
    }

    /** {@return those that the caller reported, the newest first} */
    ListSource<Clue> reported(Caller caller) {
        return matters.listing(caller, ClueFlow.reported(caller), null);
    }

    /**
     * Which clues a caller asks for; null asks for all.
     *
     * @param region code of a region in which they lie
     * @param mine only those that the caller has accepted
     * @param open only those with which somebody is still to do something
     */
    record Filter(
            @Nullable ClueState state,
            @Nullable String region,
            boolean childAtRisk,
            boolean mine,
            boolean open) {

        Fragment which(Caller caller) {
            Fragment which = ClueFlow.answered(caller).and(Procedures.within(region));
            which = childAtRisk ? which.and(Fragment.of("m.childAtRisk")) : which;
            which =
                    mine
                            ? which.and(
                                    Fragment.of("m.client = $client", "client", caller.client()))
                            : which;
            return open
                    ? which.and(Fragment.of("NOT m.state IN ['JOINED', 'DISMISSED', 'CLOSED']"))
                    : which;
        }
    }

    /** {@return the clues of the caller's region, the newest first} */
    ListSource<Clue> listing(Caller caller, Filter filter) {
        return matters.listing(caller, filter.which(caller), filter.state());
    }

    /** {@return the clue, accepted by the caller, with the basis that was registered} */
    Clue accept(MutationCall call, Reason stated, TransitionInput step) {
        String client = call.caller().client();
        Clue accepted =
                matters.take(
                        call, stated, ClueTransition.ACCEPT, step, one -> one.handledBy(client));
        return matters.find(accepted.id()).orElse(accepted);
    }

    /** {@return the clue, for the county to accept} */
    Clue handToCounty(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(
                call, stated, ClueTransition.HAND_TO_COUNTY, step, one -> one.handledBy(null));
    }

    /** Takes the step of a visit, in the transaction that records it. */
    void visited(Caller caller, Reason stated, Clue clue) {
        matters.take(
                MutationCall.unnamed(caller, "recordVisit"),
                stated,
                ClueTransition.VISIT,
                new TransitionInput(clue.id(), clue.version(), null),
                one -> one);
    }

    /** {@return the clue, which was none} */
    Clue dismiss(MutationCall call, Reason stated, TransitionInput step, Clue.Dismissal why) {
        return matters.take(call, stated, ClueTransition.DISMISS, step, one -> one.dismissed(why));
    }

    /**
     * {@return the clue, joined to a warning}
     *
     * @param joins whether the clue, as it stands, can join it
     */
    Clue join(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            String warning,
            Predicate<Clue> joins) {
        return matters.take(
                call,
                stated,
                ClueTransition.JOIN,
                step,
                one -> {
                    if (!joins.test(one)) {
                        throw new Problem(OutreachCode.WARNING_NOT_JOINED);
                    }
                    return one.completed(one.seen(), one.about().joined(warning));
                });
    }
}
