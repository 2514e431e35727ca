package org.lianji.review;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.Cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was decided on a case, as it stands now.
 *
 * @param caseId the case
 * @param refused whether it was refused
 * @param category of its record
 * @param department that answers for it
 * @param places codes of the regions that the family lives in, the smallest first
 * @param applicant token of who applied
 * @param members tokens of whom it covers
 * @param alive whether any of them is, as far as it is known (WJ01, MZ11)
 * @param items of its record in the library; none of a refusal
 * @param decision what was decided last
 */
record Award(
        String caseId,
        boolean refused,
        String category,
        String department,
        List<String> places,
        String applicant,
        List<String> members,
        boolean alive,
        Map<String, Object> items,
        Decision decision) {

    static final String MINIMUM_LIVING = "MZ01";
    static final String GRADUAL_EXIT = "GRADUAL_EXIT";

    /**
     * A decision, as it can be objected to once.
     *
     * @param key which step of which matter it was; null where that isn't known
     * @param client who took it
     * @param toldOn the day from which the family may object; null of a refusal, and of less help
     *     than before, until it was handed over in writing
     * @param objected whether it was, and that was settled
     */
    record Decision(
            @Nullable String key,
            @Nullable String client,
            @Nullable LocalDate toldOn,
            boolean objected) {}

    Award {
        places = List.copyOf(places);
        members = List.copyOf(members);
        items = Map.copyOf(items);
    }

    /**
     * {@return tokens of whom its record counts: a change that a visit found is in it before a
     * review decides on what is given}
     */
    List<String> counted() {
        return items.get("memberIdNumbers") instanceof List<?> some
                ? some.stream().map(String::valueOf).toList()
                : members;
    }

    /** {@return the name of the item that has the amount} */
    String amountItem() {
        return category.equals(MINIMUM_LIVING) ? "monthlyAmount" : "basicAmount";
    }

    /** {@return what it gives a month, in fen; null of a refusal} */
    @Nullable Long amount() {
        return items.get(amountItem()) instanceof Long fen ? fen : null;
    }

    /** {@return the same, as the last decision has it: nothing of a stop and of a refusal} */
    long given() {
        return holds() && amount() instanceof Long fen ? fen : 0;
    }

    /** {@return where its record stands; empty of a refusal} */
    String status() {
        return items.get("status") instanceof String status ? status : "";
    }

    /** {@return whether it is paid, or would be} */
    boolean holds() {
        return !status().isEmpty() && !status().equals("STOPPED") && !status().equals("ENDED");
    }

    /** {@return why it can't be looked at again; null where it can} */
    @Nullable ReviewCode refusal(ReviewCause cause, LocalDate today) {
        if (cause != ReviewCause.OBJECTION) {
            return holds() ? null : ReviewCode.REVIEW_NO_AWARD;
        }
        if (decision.objected) {
            return ReviewCode.DECISION_OBJECTED_ONCE;
        }
        boolean over =
                decision.toldOn == null
                        ? !refused && decision.key == null
                        : decision.toldOn.plusDays(Cases.OBJECTION_DAYS).isBefore(today);
        return over ? ReviewCode.OBJECTION_OVER : null;
    }

    /** {@return whether it is still what the review began with, and the outcome can be of it} */
    boolean takes(AwardReview.Subject subject, ReviewOutcome outcome) {
        return status().equals(subject.status())
                && Objects.equals(amount(), subject.before())
                && alive == (outcome != ReviewOutcome.DECEASED);
    }
}
