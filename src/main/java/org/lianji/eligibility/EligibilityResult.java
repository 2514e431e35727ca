package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;
import org.lianji.eligibility.EligibilityRule.Title;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the rules say of a situation.
 *
 * @param asOf the day whose standard and rules were taken
 * @param standard which it was
 * @param rule which they were
 * @param kinds what the family qualifies for, and for what not
 * @param steps how that came out
 * @param whatIf which other value of a single thing would change it
 * @param requires items of the catalogue that tell what the rules ask
 */
public record EligibilityResult(
        LocalDate asOf,
        LocalStandard standard,
        EligibilityRule rule,
        List<Verdict> kinds,
        List<StepTaken> steps,
        List<Alternative> whatIf,
        Set<String> requires) {

    /**
     * @param kind what for
     * @param title what that is called
     * @param holds whether the family qualifies
     * @param amount how much a month, in fen; null where no amount goes with it
     */
    public record Verdict(
            EligibilityKind kind, Title title, boolean holds, @Nullable Long amount) {}

    /**
     * @param code of the step
     * @param title what it is
     * @param law where it stands
     * @param member number of the member it is about, from 1; null of the family
     * @param expression how it is worked out
     * @param inputs what it read
     * @param value what came out
     * @param holds the same of a question; null of a number
     */
    public record StepTaken(
            String code,
            Title title,
            String law,
            @Nullable Integer member,
            String expression,
            List<InputRead> inputs,
            String value,
            @Nullable Boolean holds) {}

    /**
     * @param name as the expression has it
     * @param title what it is
     * @param value what it was
     */
    public record InputRead(String name, Title title, String value) {}

    /**
     * @param step whose value would be another
     * @param now what it is
     * @param then what it would be
     * @param kinds what would come out then
     * @param sentence the same in words
     */
    public record Alternative(
            String step, String now, String then, List<Verdict> kinds, Title sentence) {}
}
