package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which steps it is worked out whether a family qualifies, in a region, from a day on.
 *
 * @param region code of 12 digits: the rule is for all in it
 * @param from first day on which it holds
 * @param law what it puts into practice
 * @param digest of the file's text: the same text gives the same answer
 * @param inputs what steps read, by name, such as {@code Member.age}
 * @param steps in their order
 * @param outcomes what becomes of them
 * @param changes which steps are tried with another value
 * @param constants values of the kinds that expressions name
 */
public record EligibilityRule(
        String region,
        LocalDate from,
        String law,
        String digest,
        Map<String, Input> inputs,
        List<Step> steps,
        List<Outcome> outcomes,
        List<Change> changes,
        Map<String, String> constants) {

    public EligibilityRule {
        inputs = Map.copyOf(inputs);
        steps = List.copyOf(steps);
        outcomes = List.copyOf(outcomes);
        changes = List.copyOf(changes);
        constants = Map.copyOf(constants);
    }

    /** Something in both languages. */
    public record Title(String zh, String en) {}

    /**
     * @param title what it is
     * @param items of the catalogue that tell it, as {@code GA01.birthDate}
     */
    public record Input(Title title, List<String> items) {

        public Input {
            items = List.copyOf(items);
        }
    }

    /**
     * @param code its name in later expressions
     * @param title what it is
     * @param law where it stands
     * @param each whether it is asked of each member
     * @param when step without which it is not asked; null where it always is
     * @param expression how it is worked out
     */
    record Step(
            String code,
            Title title,
            String law,
            boolean each,
            @Nullable String when,
            Expression expression) {}

    /**
     * @param kind what the family may qualify for
     * @param title what that is called
     * @param holds step that says whether it does
     * @param amount step that says for how much a month; null where no amount goes with it
     */
    record Outcome(EligibilityKind kind, Title title, String holds, @Nullable String amount) {}

    /**
     * @param step whose value is another
     * @param to which one
     * @param sentence about it, with places for both values
     * @param amounts whether another amount alone is worth telling
     */
    record Change(String step, Expression to, Title sentence, boolean amounts) {}

    /** {@return items of the catalogue that the step reads directly} */
    Set<String> items(Step step) {
        Set<String> items = new TreeSet<>();
        for (Expression.Reference one : step.expression().reads()) {
            Input input = inputs.get(one.name());
            if (input != null) {
                items.addAll(input.items());
            }
        }
        return items;
    }

    /** {@return items of the catalogue that the rule reads} */
    Set<String> items() {
        Set<String> items = new TreeSet<>();
        steps.forEach(step -> items.addAll(items(step)));
        return items;
    }
}
