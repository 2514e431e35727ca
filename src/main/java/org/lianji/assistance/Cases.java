package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.agencies.Agencies;
import org.lianji.agencies.Applicant;
import org.lianji.bases.BasisInput;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.eligibility.StatedSituation;
import org.lianji.means.OutsideReply;
import org.lianji.paging.ListSource;
import org.lianji.people.Identity;
import org.lianji.people.KnownNames;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureEvent;
import org.lianji.procedure.ProcedureHistory;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.lianji.texts.PlainText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Cases: taken in at one door, and led to the decision. */
@Component
public final class Cases {

    /** Until the county has checked again what was objected to. */
    static final String RECHECK_CLOCK = "CASE_RECHECK";

    /** Until the town has accepted it, or said what is missing. */
    static final String ACCEPT_CLOCK = "CASE_ACCEPT";

    /** Until what was granted is paid. */
    static final String PAYMENT_CLOCK = "PAY_START";

    private static final int LONGEST_NAME = 50;
    private static final int FEWEST_SURVEYORS = 2;
    private static final int MOST_SURVEYORS = 6;

    /** Until a refusal is handed over in writing. */
    static final String REFUSAL_CLOCK = "REFUSAL_NOTICE";

    /** Until the town has decided what the county lets it decide. */
    static final String TOWN_CLOCK = "DB_TOTAL_DELEGATED";

    /** Within which the town takes an application anew whose refusal was set aside. */
    static final String ANEW_CLOCK = "CASE_ANEW";

    /** Days to object to a decision, as for an appeal to the government above (行政复议法 §20). */
    public static final int OBJECTION_DAYS = 60;

    /** Place of what the applicant was told among the sealed texts. */
    private static final long TOLD = 0;

    private final Procedures<CaseState, CaseTransition, Case> matters;
    private final Families families;
    private final CaseKnowledge knowledge;
    private final CaseMeans means;
    private final Allowances allowances;
    private final Assessments assessments;
    private final CaseRechecks rechecks;
    private final CaseReturns returns;
    private final KnownNames known;
    private final Agencies agencies;
    private final SealedTexts texts;
    private final ProcedureHistory history;
    private final TransactionTemplate transactions;
    private final ObjectProvider<Parts> parts;
    private final String lead;

    Cases(
            CaseFlow flow,
            ProcedureKernel kernel,
            Families families,
            CaseKnowledge knowledge,
            CaseMeans means,
            Allowances allowances,
            Assessments assessments,
            CaseRechecks rechecks,
            CaseReturns returns,
            KnownNames known,
            Agencies agencies,
            SealedTexts texts,
            ProcedureHistory history,
            TransactionTemplate transactions,
            ObjectProvider<Parts> parts,
            Catalogue catalogue) {
        this.matters = kernel.of(flow);
        this.families = families;
        this.knowledge = knowledge;
        this.means = means;
        this.allowances = allowances;
        this.assessments = assessments;
        this.rechecks = rechecks;
        this.returns = returns;
        this.known = known;
        this.agencies = agencies;
        this.texts = texts;
        this.history = history;
        this.transactions = transactions;
        this.parts = parts;
        this.lead = catalogue.lead();
    }

    /** {@return the case of a person who applies at an officer's} */
    Case submit(MutationCall call, Reason stated, String idNumber, CaseController.Statement said) {
        Identity identity = families.identity(idNumber);
        try {
            return Objects.requireNonNull(
                    transactions.execute(
                            _ ->
                                    submit(
                                            call,
                                            stated,
                                            said,
                                            Applicant.self(
                                                    families.tokens(List.of(identity))
                                                            .getFirst()))));
        } catch (Problem e) {
            throw families.refused(call.caller(), e, identity, said.kind());
        }
    }

    /** {@return the case of a citizen who applies for themself, or for whom they act} */
    Case submit(
            MutationCall call,
            Reason stated,
            CaseController.Statement said,
            @Nullable String forWhom) {
        Applicant applicant =
                agencies.applicant(
                        call.caller(), forWhom, families.places(call.caller(), said.village()));
        try {
            return Objects.requireNonNull(
                    transactions.execute(_ -> submit(call, stated, said, applicant)));
        } catch (Problem e) {
            throw families.refused(call.caller(), e, applicant, said.kind());
        }
    }

    private Case submit(
            MutationCall call, Reason stated, CaseController.Statement said, Applicant applicant) {
        List<String> places = families.places(call.caller(), said.village());
        Case.Application application =
                new Case.Application(
                        said.kind(),
                        lead,
                        places,
                        said.channel(),
                        Texts.number(said.consentNo(), AssistanceCode.CONSENT_NUMBER),
                        false,
                        null,
                        said.cause(),
                        rechecks.delegated(said.kind(), places));
        Case begun =
                newest(
                        matters.begin(
                                call,
                                stated,
                                CaseTransition.SUBMIT,
                                Texts.required("statement", said.statement()),
                                progress ->
                                        new Case(
                                                progress,
                                                application,
                                                Case.Family.of(applicant),
                                                Case.Inquiry.NONE,
                                                Case.Decision.NONE,
                                                Assessments.Judgement.NONE,
                                                CaseRechecks.Recheck.NONE)));
        returns.takenAnew(begun);
        parts.getObject().send(call, stated, begun.id(), said.parts());
        return begun;
    }

    /** Help of other departments that is applied for together with an application. */
    public interface Parts {

        /** Sends each part to its department, in the transaction of the application. */
        void send(MutationCall call, Reason stated, String caseId, List<Part> parts);
    }

    /** One of them: its kind, and why it is needed. */
    public record Part(String kind, String note) {}

    private Case newest(Case one) {
        return matters.find(one.id()).orElse(one);
    }

    /** {@return the case, with what its applicant is told in writing} */
    Case tell(MutationCall call, Reason stated, CaseTransition how, TransitionInput step) {
        return newest(matters.take(call, stated, how, step, one -> told(one, how, step)));
    }

    private Case told(Case one, CaseTransition how, TransitionInput step) {
        String note = Texts.required("note", step.note());
        Case told =
                one.telling(
                        texts.close(Case.class, one.id(), TOLD, note), how == CaseTransition.ASK);
        return how == CaseTransition.REFUSE ? allowances.refused(told, note) : told;
    }

    /** {@return what the applicant was told last} */
    @Nullable String told(Case one) {
        return texts.open(Case.class, one.id(), TOLD, one.application().told());
    }

    /** {@return the case, surveyed at the door by two people or more} */
    Case survey(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            List<String> names,
            @Nullable StatedSituation said) {
        List<String> surveyors =
                names.stream()
                        .map(name -> BasisInput.text("surveyors", name, 1, LONGEST_NAME))
                        .toList();
        if (surveyors.stream().map(PlainText::nameLetters).distinct().count() < names.size()
                || surveyors.size() < FEWEST_SURVEYORS
                || surveyors.size() > MOST_SURVEYORS) {
            throw new Problem(AssistanceCode.SURVEYORS);
        }
        return matters.take(
                call,
                stated,
                CaseTransition.SURVEY,
                step,
                one -> {
                    Case.Family family = one.family();
                    if (known.calls(family.applicant(), family.household(), surveyors)) {
                        throw new Problem(AssistanceCode.SURVEYOR_OF_FAMILY);
                    }
                    return one.with(
                            new Case.Inquiry(
                                    assessments.sealed(one, surveyors),
                                    List.of(),
                                    null,
                                    null,
                                    said == null
                                            ? null
                                            : assessments.stated(one, families.named(said)),
                                    null,
                                    List.of(),
                                    false,
                                    null,
                                    null));
                });
    }

    /** {@return MZ01 to MZ04, as far as a person or their family is recognised by it today} */
    public List<String> recognised(String person) {
        return families.recognised(person);
    }

    /** {@return the case, checked against what the departments and others know} */
    Case check(MutationCall call, Reason stated, TransitionInput step) {
        return checked(call, stated, CaseTransition.CHECK, step, _ -> List.of());
    }

    /** {@return the case, with what sources outside have answered that had not} */
    Case askAgain(MutationCall call, Reason stated, TransitionInput step) {
        return checked(call, stated, CaseTransition.ASK_MEANS_AGAIN, step, means::answered);
    }

    /**
     * Sources outside are asked before anything is locked, and only where the step can be taken.
     */
    private Case checked(
            MutationCall call,
            Reason stated,
            CaseTransition how,
            TransitionInput step,
            Function<Case, List<OutsideReply>> kept) {
        List<OutsideReply> replies =
                matters.ready(call.caller(), how, step)
                        .map(one -> means.replies(call.caller(), one, Purpose.A, kept.apply(one)))
                        .orElse(List.of());
        return newest(
                matters.take(
                        call,
                        stated,
                        how,
                        step,
                        one -> means.checked(call.caller(), one, Purpose.A, replies)));
    }

    /** {@return the case, with what the town proposes} */
    Case opine(MutationCall call, Reason stated, TransitionInput step, boolean favourable) {
        return matters.take(
                call,
                stated,
                CaseTransition.STATE_OPINION,
                step,
                one -> one.with(one.inquiry().opined(favourable)));
    }

    /** {@return the case, granted} */
    Case confirm(
            MutationCall call, Reason stated, TransitionInput step, Allowances.Award decision) {
        return newest(
                matters.take(
                        call,
                        stated,
                        CaseTransition.CONFIRM,
                        step,
                        one -> allowances.granted(one, decision)));
    }

    /** {@return the case, to be checked again} */
    Case object(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(
                call,
                stated,
                CaseTransition.OBJECT,
                step,
                one -> one.with(one.inquiry().disputed()));
    }

    /** {@return the case, at the town where the applicant is known to live} */
    Case transfer(MutationCall call, Reason stated, TransitionInput step) {
        return newest(matters.take(call, stated, CaseTransition.TRANSFER, step, rechecks::home));
    }

    Case withdraw(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(call, stated, CaseTransition.WITHDRAW, step, one -> one);
    }

    Optional<Case> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /**
     * An application as it went in.
     *
     * @param cause of the hardship, of relief
     * @param statement what the applicant said; null where its key is lost
     * @param applicant token
     * @param basis on which officers see them; null once it is decided
     */
    public record FiledCase(
            AssistanceKind kind,
            String village,
            String channel,
            String consentNo,
            @Nullable String cause,
            @Nullable String statement,
            String applicant,
            @Nullable String basis,
            List<ProcedureEvent> way) {}

    /** {@return the application, for whoever may see it and isn't to keep off it as a relative} */
    public Optional<FiledCase> filed(Caller caller, String id) {
        return matters.opened(caller, id)
                .map(
                        one -> {
                            List<ProcedureEvent> way = history.of(id);
                            ProcedureEvent first = way.getFirst();
                            return new FiledCase(
                                    one.application().kind(),
                                    one.application().places().getFirst(),
                                    one.application().channel().name(),
                                    one.application().consentNo(),
                                    one.application().cause(),
                                    texts.open(Case.class, id, first.version(), first.note()),
                                    one.family().applicant(),
                                    one.basis(caller),
                                    way);
                        });
    }

    boolean allows(Caller caller, CaseTransition step, Case one) {
        return matters.allowed(caller, one).contains(step);
    }

    /** {@return cases that were decided otherwise than the rules say} */
    ListSource<Case> departures(Caller caller, @Nullable String region) {
        return matters.listing(
                caller, Procedures.within(region).and(Fragment.of("m.departed = true")), null);
    }

    ListSource<Case> listing(Caller caller, @Nullable CaseState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }
}
