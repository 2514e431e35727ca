package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.clocks.LastDay;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Assessments: made by officers on a basis of theirs or by a social worker whom they send, read by
 * them and by the person.
 */
@Component
final class NeedAssessments {

    private static final long ASSESSOR = 0;
    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 30;
    private static final int LONGEST_NAME = 100;

    private final Procedures<AssessmentState, AssessmentTransition, NeedAssessment> matters;
    private final ProcedureKernel kernel;
    private final ServiceSubjects subjects;
    private final SealedTexts texts;
    private final AuditLog chain;

    NeedAssessments(
            AssessmentFlow flow,
            ProcedureKernel kernel,
            ServiceSubjects subjects,
            SealedTexts texts,
            AuditLog chain) {
        this.matters = kernel.of(flow);
        this.kernel = kernel;
        this.subjects = subjects;
        this.texts = texts;
        this.chain = chain;
    }

    /** What somebody has found. */
    record Report(String basis, String person, String assessor, NeedAssessment.Scales scales) {}

    NeedAssessment assess(MutationCall call, Reason stated, Report said) {
        if (!kernel.actor(call.caller()).leads()) {
            throw new Problem(ServiceCode.SERVICE_LEAD);
        }
        if (!said.scales().valid()) {
            throw new Problem(ServiceCode.ASSESSED_LEVEL);
        }
        String assessor = Texts.required("assessor", said.assessor());
        List<String> places = subjects.assessed(call.caller(), said.basis(), said.person());
        subjects.requireServed(call.caller(), said.person());
        return matters.begin(
                call,
                stated,
                AssessmentTransition.ASSESS,
                null,
                begun ->
                        new NeedAssessment(
                                begun,
                                said.person(),
                                places,
                                sealed(begun.id(), assessor),
                                said.scales(),
                                NeedAssessment.Errand.NONE,
                                null,
                                around(call.caller())));
    }

    private ServiceSide.Around around(Caller caller) {
        return new ServiceSide.Around(kernel.actor(caller).lead(), List.of());
    }

    /** Who is to assess whom. */
    record Assignment(String basis, String person, String worker, @Nullable String until) {}

    /**
     * {@return the assessment to be made, for which the worker reads of the person what their role
     * gives}
     *
     * @throws Problem ASSESSMENT_ERRAND where the worker or the last day can't be;
     *     SERVICE_OF_RELATIVE where the person is near to the caller or to the worker
     */
    NeedAssessment assign(MutationCall call, Reason stated, Assignment said) {
        Caller caller = call.caller();
        LocalDate today = kernel.actor(caller).today();
        if (!kernel.actor(caller).leads()) {
            throw new Problem(ServiceCode.SERVICE_LEAD);
        }
        String worker = BasisInput.text("worker", said.worker(), 1, LONGEST_NAME);
        LocalDate until =
                said.until() == null
                        ? today.plusDays(USUAL_DAYS)
                        : LastDay.of(said.until(), today, ServiceCode.ASSESSMENT_ERRAND);
        if (worker.equals(caller.client()) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Problem(ServiceCode.ASSESSMENT_ERRAND);
        }
        List<String> places = subjects.assessed(caller, said.basis(), said.person());
        subjects.requireServed(caller, said.person());
        subjects.requireUnrelated(
                List.of(Kinship.account(caller.department(), worker)), said.person());
        NeedAssessment assigned =
                matters.begin(
                        call,
                        stated,
                        AssessmentTransition.ASSIGN,
                        null,
                        begun ->
                                new NeedAssessment(
                                        begun,
                                        said.person(),
                                        places,
                                        null,
                                        NeedAssessment.Scales.NONE,
                                        new NeedAssessment.Errand(worker, until),
                                        null,
                                        around(caller)));
        return matters.find(caller, assigned.id()).orElse(assigned);
    }

    /** {@return the assessment, as its social worker has found} */
    NeedAssessment report(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            String signed,
            NeedAssessment.Scales scales) {
        if (!scales.valid()) {
            throw new Problem(ServiceCode.ASSESSED_LEVEL);
        }
        String assessor = sealed(step.id(), Texts.required("assessor", signed));
        return matters.take(
                call,
                stated,
                AssessmentTransition.REPORT,
                step,
                one -> one.found(assessor, scales));
    }

    private String sealed(String id, String assessor) {
        return texts.close(NeedAssessment.class, id, ASSESSOR, assessor);
    }

    /** Ends one that nobody has made by its last day. */
    void lapse(String id) {
        matters.find(id)
                .ifPresent(one -> matters.advance(AssessmentTransition.LAPSE, one, all -> all));
    }

    Optional<NeedAssessment> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<NeedAssessment> listing(Caller caller, @Nullable AssessmentState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    /** {@return what was found of each that has been made, which its person reads in their log} */
    Map<NeedAssessment, Result> results(Caller caller, List<NeedAssessment> all) {
        List<NeedAssessment> some = all.stream().filter(one -> one.assessor() != null).toList();
        chain.append(
                some.stream()
                        .map(
                                one ->
                                        ServiceEntries.of(
                                                caller,
                                                Kind.READ,
                                                one.person(),
                                                null,
                                                one.id() + " result"))
                        .toList());
        return some.stream().collect(Collectors.toMap(one -> one, this::result));
    }

    /** What was found, of whom and by whom. */
    record Result(
            String person,
            @Nullable String assessor,
            NeedAssessment.Scales scales,
            List<org.lianji.charity.HelpKind> suggested) {}

    private Result result(NeedAssessment one) {
        return new Result(
                one.person(),
                texts.open(NeedAssessment.class, one.id(), ASSESSOR, one.assessor()),
                one.scales(),
                one.scales().suggested());
    }
}
