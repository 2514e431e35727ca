package org.lianji.agreements;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.Deadline;
import org.lianji.clocks.Deadlines;
import org.lianji.clocks.WorkCalendar;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementProgress;
import org.lianji.terms.Suspension;
import org.springframework.stereotype.Component;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a step makes of an agreement: a pure function of the agreement, the step and the day.
 * Whether the step is allowed is the table's affair ({@link AgreementTransition}).
 */
@Component
public final class AgreementLifecycle {

    /** The clock of the provider's answer (政务数据共享条例 §21). */
    public static final String ANSWER = "SHARE_ANSWER_COND";

    /** The clock of the delivery (§22). */
    static final String DELIVERY = "SHARE_DELIVER";

    /** How long a suspension may be (§27). */
    static final String SUSPENSION = "SHARE_SUSPENSION";

    private static final int LONGEST_NUMBER = 100;

    private final Deadlines rules;
    private final WorkCalendar calendar;

    AgreementLifecycle(Deadlines rules, WorkCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * {@return the agreement after the step}
     *
     * @param department whose people take it
     */
    Agreement after(
            Agreement agreement,
            AgreementTransition transition,
            Step step,
            String department,
            ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        return new Agreement(
                agreement.id(),
                agreement.version() + 1,
                transition.after(agreement.state()),
                agreement.terms(),
                standing(agreement, transition, step, department, today),
                agreement.createdAt(),
                now,
                deadlines(agreement, transition, today));
    }

    private AgreementProgress standing(
            Agreement agreement,
            AgreementTransition transition,
            Step step,
            String department,
            LocalDate today) {
        AgreementProgress standing = agreement.standing();
        return switch (transition) {
            case ASK_MATERIAL -> standing.asked();
            case PREPARE_APPROVAL -> standing.made();
            case ASK_EXTENSION -> standing.extension(days(step), false);
            case GRANT_EXTENSION, GOVERNMENT_EXTENSION ->
                    standing.extension(standing.extensionAsked(), true);
            case CONFIRM_DELIVERY ->
                    standing.running(
                            today, today.plusMonths(agreement.terms().months()).minusDays(1));
            case PROPOSE_TERMINATION -> standing.proposed(department);
            case SUSPEND -> standing.suspended(suspend(standing.suspension(), step, today));
            case RECTIFY -> standing.proposed(null);
            case RESUME, LIFT_SUSPENSION, GOVERNMENT_LIFT ->
                    standing.suspended(standing.suspension().end(today));
            case END_SUSPENSION -> standing.outlived(outlived(standing.suspension(), today));
            case REQUEST,
                    AMEND,
                    SIGN,
                    SUBMIT,
                    SUPPLY_MATERIAL,
                    APPROVE,
                    REFUSE,
                    DELIVER,
                    CONSENT_TO_TERMINATION,
                    END_PURPOSE,
                    EXPIRE,
                    DISPOSE ->
                    standing;
        };
    }

    private int days(Step step) {
        int most = rules.rule(ANSWER).extension();
        Integer days = step.days();
        if (days == null || days < 1 || days > most) {
            throw new Problem(AgreementCode.EXTENSION_TOO_LONG, Map.of("max", most));
        }
        return days;
    }

    /** Whoever must stop a misuse in December doesn't wait for the notice of the next year. */
    private Suspension suspend(Suspension before, Step step, LocalDate today) {
        int most = rules.rule(SUSPENSION).days();
        Integer days = step.days();
        if (days == null || days < 1 || days > most) {
            throw new Problem(AgreementCode.SUSPENSION_TOO_LONG, Map.of("max", most));
        }
        String incident = incident(step.incident());
        if (before.incidents().contains(incident)) {
            throw new Problem(AgreementCode.SUSPENDED_BEFORE);
        }
        return before.begin(incident, calendar.estimate(today, days).day());
    }

    /** As it is compared: the same number in other letters is the same incident. */
    private static String incident(@Nullable String given) {
        String number =
                Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .replaceAll("[\\p{Pd}\u2212_]", "-")
                        .toLowerCase(Locale.ROOT);
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw new Problem(AgreementCode.INCIDENT_MISSING, Map.of("max", LONGEST_NUMBER));
        }
        return Prose.readable("incident", number);
    }

    private static Suspension outlived(Suspension suspension, LocalDate today) {
        LocalDate until = suspension.until();
        return suspension.end(until == null ? today : until.plusDays(1));
    }

    private List<Deadline> deadlines(
            Agreement agreement, AgreementTransition transition, LocalDate today) {
        List<Deadline> deadlines = agreement.deadlines();
        return switch (transition) {
            case SUBMIT -> List.of(start(ANSWER, agreement, today));
            case ASK_MATERIAL -> deadlines.stream().map(one -> one.pause(today)).toList();
            case SUPPLY_MATERIAL ->
                    deadlines.stream().map(one -> one.resume(today, calendar)).toList();
            case GRANT_EXTENSION, GOVERNMENT_EXTENSION ->
                    deadlines.stream().map(one -> extended(one, agreement)).toList();
            case APPROVE ->
                    Stream.concat(
                                    ended(deadlines, today),
                                    Stream.of(start(DELIVERY, agreement, today)))
                            .toList();
            case REFUSE, DELIVER -> ended(deadlines, today).toList();
            case REQUEST,
                    AMEND,
                    SIGN,
                    ASK_EXTENSION,
                    PREPARE_APPROVAL,
                    CONFIRM_DELIVERY,
                    SUSPEND,
                    RECTIFY,
                    RESUME,
                    LIFT_SUSPENSION,
                    GOVERNMENT_LIFT,
                    END_SUSPENSION,
                    PROPOSE_TERMINATION,
                    CONSENT_TO_TERMINATION,
                    END_PURPOSE,
                    EXPIRE,
                    DISPOSE ->
                    deadlines;
        };
    }

    private Deadline start(String code, Agreement agreement, LocalDate today) {
        return Deadline.start(code, agreement.terms().provider(), today, rules.due(code, today));
    }

    private Deadline extended(Deadline deadline, Agreement agreement) {
        Integer days = agreement.standing().extensionAsked();
        return days == null ? deadline : deadline.extendedTo(calendar.add(deadline.due(), days));
    }

    private static Stream<Deadline> ended(List<Deadline> deadlines, LocalDate today) {
        return deadlines.stream().map(one -> one.endedOn() == null ? one.end(today) : one);
    }
}
