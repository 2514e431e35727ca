package org.lianji.assistance;

import org.lianji.platform.Problem;
import org.lianji.procedure.ProcedureCode;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/** Cases that go back to be looked at anew, for what was decided about them elsewhere. */
@Component
public final class CaseReturns {

    private final Procedures<CaseState, CaseTransition, Case> matters;
    private final CaseKnowledge knowledge;

    CaseReturns(CaseFlow flow, ProcedureKernel kernel, CaseKnowledge knowledge) {
        this.matters = kernel.of(flow);
        this.knowledge = knowledge;
    }

    /** Of what was set aside the town owes the family another look. */
    public void setAside(String id) {
        take(CaseTransition.SET_ASIDE, id);
    }

    /** Whoever was refused has what they are owed once they have applied for the same again. */
    void takenAnew(Case anew) {
        knowledge.setAside(anew).forEach(id -> take(CaseTransition.TAKE_ANEW, id));
    }

    /**
     * An objection to a notice was answered: the town states its opinion anew and publishes it
     * anew, after another survey where the objection was right (最低生活保障审核确认办法 §19). That is so once:
     * of a further objection the county reads with the town's report.
     *
     * @param matter identifier of what the notice was about, be it a case or not
     * @param upheld whether the objection was right
     */
    public void objectionAnswered(String matter, boolean upheld) {
        if (upheld || knowledge.objections(matter) == 1) {
            take(upheld ? CaseTransition.SURVEY_ANEW : CaseTransition.OPINE_ANEW, matter);
        }
    }

    /**
     * Whoever takes a step between holds it up, and no more than that: the case is held since the
     * first try, so that the second sees it as it stays.
     */
    private void take(CaseTransition step, String id) {
        untaken(step, id)
                .flatMap(_ -> untaken(step, id))
                .ifPresent(
                        one -> {
                            throw new Problem(
                                    ProcedureCode.VERSION_CONFLICT,
                                    Map.of("version", one.version()));
                        });
    }

    /** {@return the case, where the step leads on from where it stands and was not taken} */
    private Optional<Case> untaken(CaseTransition step, String id) {
        return matters.find(id)
                .filter(one -> step.row().from().contains(one.state()))
                .filter(one -> matters.advance(step, one, it -> it).isEmpty());
    }
}
