package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;
import org.lianji.means.MeansAnswer;
import org.lianji.means.OutsideReply;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** The means of a family that is helped, checked again (purpose B) on the basis of a review. */
@Component
public final class AwardCheck {

    private final Procedures<CaseState, CaseTransition, Case> matters;
    private final CaseMeans means;
    private final Assessments assessments;
    private final Allowances allowances;

    AwardCheck(
            CaseFlow flow,
            ProcedureKernel kernel,
            CaseMeans means,
            Assessments assessments,
            Allowances allowances) {
        this.matters = kernel.of(flow);
        this.means = means;
        this.assessments = assessments;
        this.allowances = allowances;
    }

    /** {@return fen a month above which an amount in these places is a slip of the pen} */
    public long most(List<String> places, int members) {
        return allowances.most(places, members);
    }

    /**
     * What is found of it.
     *
     * @param conclusion of the check
     * @param found sources that have something above the limit, or to be looked into
     * @param unanswered sources that could not be asked about all of them
     * @param qualifies whether it still does by the rules; null where they say nothing
     * @param amount a month by the rules, in fen
     */
    public record Findings(
            String conclusion,
            List<String> found,
            List<String> unanswered,
            @Nullable Boolean qualifies,
            @Nullable Long amount) {}

    /**
     * {@return what sources outside answer, asked before the step that needs it}
     *
     * @param id of the case
     */
    public List<OutsideReply> replies(Caller officer, String id, String basis) {
        return means.replies(officer, known(id).on(basis), Purpose.B, List.of());
    }

    private Case known(String id) {
        return matters.find(id).orElseThrow(() -> new Problem(AssistanceCode.CASE_NOT_FOUND));
    }

    /**
     * {@return what the sources and the rules say today; the report of it is written in the same
     * transaction, which is under way}
     *
     * @param id of the case
     * @param review number of the review that asks
     * @param replies what sources outside have answered
     */
    public Findings findings(
            Caller officer, String id, String review, String basis, List<OutsideReply> replies) {
        Case now = means.checked(officer, known(id).on(basis), Purpose.B, replies);
        means.report(officer, now, review);
        List<MeansAnswer> said = now.inquiry().said();
        Optional<Assessments.Assessment> assessment = assessments.today(now);
        return new Findings(
                MeansAnswer.conclusion(said).name(),
                said.stream().filter(MeansAnswer::found).map(it -> it.source().name()).toList(),
                said.stream()
                        .filter(it -> it.status() != MeansAnswer.Status.ANSWERED)
                        .map(it -> it.source().name())
                        .toList(),
                assessment.map(Assessments.Assessment::qualifies).orElse(null),
                assessment.map(Assessments.Assessment::amount).orElse(null));
    }
}
