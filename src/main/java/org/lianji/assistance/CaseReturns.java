package org.lianji.assistance;

import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.stereotype.Component;

/** Cases that go back to be looked at anew, for what was decided about them elsewhere. */
@Component
public final class CaseReturns {

    private final Procedures<CaseState, CaseTransition, Case> matters;
    private final CaseKnowledge knowledge;

    CaseReturns(CaseFlow flow, ProcedureKernel kernel, CaseKnowledge knowledge) {
        this.matters = kernel.of(flow);
        this.knowledge = knowledge;
    }

    /** Of a refusal that was set aside the town owes the family another look. */
    public void setAside(String id) {
        take(CaseTransition.SET_ASIDE, id);
    }

    /** Whoever was refused has what they are owed once they have applied again. */
    void takenAnew(String applicant) {
        knowledge.setAside(applicant).forEach(id -> take(CaseTransition.TAKE_ANEW, id));
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

    private void take(CaseTransition step, String id) {
        matters.find(id).ifPresent(one -> matters.advance(step, one, it -> it));
    }
}
