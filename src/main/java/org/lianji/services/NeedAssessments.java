package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** NeedAssessments: made by officers on a basis of theirs, read by them and by the person. */
@Component
final class NeedAssessments {

    private static final long ASSESSOR = 0;

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
                                texts.close(NeedAssessment.class, begun.id(), ASSESSOR, assessor),
                                said.scales()));
    }

    Optional<NeedAssessment> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<NeedAssessment> listing(Caller caller, @Nullable AssessmentState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    /** {@return what was found of each, which its person reads in their log} */
    Map<NeedAssessment, Result> results(Caller caller, List<NeedAssessment> some) {
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
