package org.lianji.cooperation;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.cooperation.CooperationSubjects.Subject;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Progress;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Cooperation tasks: asked for, taken on, answered. */
@Component
final class Cooperation {

    /** Until there is an answer. */
    static final String CLOCK = "COOPERATION_ANSWER";

    private static final String WHETHER_HELPED = "请核实本人是否在贵旗县登记户籍，是否已因同一事由获得救助";
    private static final long QUESTION = 0;
    private static final long ANSWER = -1;

    private final Procedures<CooperationState, CooperationTransition, CooperationTask> matters;
    private final CooperationSubjects subjects;
    private final SealedTexts texts;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final String lead;

    Cooperation(
            CooperationFlow flow,
            ProcedureKernel kernel,
            CooperationSubjects subjects,
            SealedTexts texts,
            Clock clock,
            TransactionTemplate writing,
            Catalogue catalogue) {
        this.matters = kernel.of(flow);
        this.subjects = subjects;
        this.texts = texts;
        this.clock = clock;
        this.writing = writing;
        this.lead = catalogue.lead();
    }

    /**
     * What is asked.
     *
     * @param matter relief case or application in hand
     * @param registeredIn code of the county of registration
     */
    record Question(String matter, String registeredIn, String note) {}

    CooperationTask ask(MutationCall call, Reason stated, Question said) {
        String question = Texts.required("note", said.note());
        Subject subject = subjects.of(call.caller(), said.matter());
        if (!subject.mayBeOf(said.registeredIn())) {
            throw new Problem(CooperationCode.COOPERATION_COUNTY);
        }
        try {
            return Objects.requireNonNull(
                    writing.execute(
                            _ ->
                                    newest(
                                            matters.begin(
                                                    call,
                                                    stated,
                                                    CooperationTransition.ASK,
                                                    null,
                                                    begun ->
                                                            task(
                                                                    begun,
                                                                    subject,
                                                                    said.registeredIn(),
                                                                    question)))));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(CooperationCode.COOPERATION_ASKED);
        }
    }

    private CooperationTask newest(CooperationTask task) {
        return matters.find(task.id()).orElse(task);
    }

    /** Asks by itself where the library knows that who is helped is registered elsewhere. */
    void askFor(String matter) {
        Subject subject = subjects.of(matter).orElse(null);
        if (subject == null || subject.elsewhere().size() != 1 || subjects.wasAsked(matter)) {
            return;
        }
        writing.executeWithoutResult(
                _ ->
                        matters.beginByHub(
                                CooperationTransition.ASK_BY_HUB,
                                begun ->
                                        task(
                                                begun,
                                                subject,
                                                subject.elsewhere().getFirst(),
                                                WHETHER_HELPED)));
    }

    private CooperationTask task(
            Progress<CooperationState> begun, Subject subject, String county, String question) {
        return new CooperationTask(
                begun,
                new CooperationTask.Request(
                        subject.origin(),
                        subject.matter(),
                        subject.places(),
                        county,
                        CooperationTask.inside(county)
                                ? null
                                : subjects.letterNo(subject.countyOfHelp()),
                        texts.close(CooperationTask.class, begun.id(), QUESTION, question),
                        lead),
                CooperationTask.Reply.NONE,
                subject.person(),
                List.of(),
                null);
    }

    /** {@return the task, with the basis on which its handler reads of the person} */
    CooperationTask accept(MutationCall call, Reason stated, TransitionInput step) {
        return newest(
                matters.take(
                        call,
                        stated,
                        CooperationTransition.ACCEPT,
                        step,
                        one -> one.with(one.reply().by(call.caller().client()))));
    }

    /**
     * {@return the task with its answer}
     *
     * @param how the county of registration answers, or who asked records what came by post
     */
    CooperationTask answer(
            MutationCall call,
            Reason stated,
            CooperationTransition how,
            TransitionInput step,
            CooperationTask.Outcome outcome) {
        String said = Texts.required("note", step.note());
        return newest(
                matters.take(
                        call,
                        stated,
                        how,
                        new TransitionInput(step.id(), step.version(), said),
                        one ->
                                one.with(
                                        one.reply()
                                                .saying(
                                                        outcome,
                                                        texts.close(
                                                                CooperationTask.class,
                                                                one.id(),
                                                                ANSWER,
                                                                said),
                                                        ZonedDateTime.now(clock)))));
    }

    Optional<CooperationTask> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<CooperationTask> listing(
            Caller caller, @Nullable CooperationState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }

    @Nullable String question(CooperationTask task) {
        return texts.open(CooperationTask.class, task.id(), QUESTION, task.request().question());
    }

    @Nullable String answer(CooperationTask task) {
        return texts.open(CooperationTask.class, task.id(), ANSWER, task.reply().answer());
    }
}
