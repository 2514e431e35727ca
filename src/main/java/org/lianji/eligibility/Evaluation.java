package org.lianji.eligibility;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.lianji.eligibility.EligibilityRule.Outcome;
import org.lianji.eligibility.EligibilityRule.Step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One walk through the steps of a rule, with all that was worked out on the way. */
final class Evaluation {

    private final EligibilityRule rule;
    private final Map<String, Object> names;
    private final List<Map<String, Object>> members = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();

    /**
     * A step that was taken.
     *
     * @param step which
     * @param member number of the member that it is about, from 1; null of the family
     * @param value what came out
     */
    record Taken(Step step, @Nullable Integer member, Object value) {}

    private Evaluation(EligibilityRule rule, Map<String, Object> situation) {
        this.rule = rule;
        this.names = new HashMap<>(rule.constants());
        names.putAll(situation);
        for (Object member : (List<?>) Objects.requireNonNull(situation.get(Vocabulary.MEMBERS))) {
            Map<String, Object> fields = new HashMap<>();
            ((Map<?, ?>) member).forEach((name, value) -> fields.put((String) name, value));
            members.add(fields);
        }
        names.put(Vocabulary.MEMBERS, members);
    }

    /**
     * {@return the rule, applied}
     *
     * @param situation by the names that the rule uses, with the standard
     * @param supposed values of steps that are taken for given
     */
    static Evaluation of(
            EligibilityRule rule, Map<String, Object> situation, Map<String, Object> supposed) {
        Evaluation evaluation = new Evaluation(rule, situation);
        for (Step step : rule.steps()) {
            if (step.when() == null || evaluation.holds(step.when())) {
                evaluation.take(step, supposed);
            }
        }
        return evaluation;
    }

    private void take(Step step, Map<String, Object> supposed) {
        if (step.each()) {
            for (int number = 1; number <= members.size(); number++) {
                takeFor(step, number);
            }
            return;
        }
        Object given = supposed.get(step.code());
        Object value = given == null ? step.expression().value(names) : given;
        taken.add(new Taken(step, null, value));
        names.put(step.code(), value);
    }

    private void takeFor(Step step, int number) {
        Map<String, Object> member = members.get(number - 1);
        names.put(Vocabulary.MEMBER, member);
        Object value = step.expression().value(names);
        names.remove(Vocabulary.MEMBER);
        taken.add(new Taken(step, number, value));
        member.put(step.code(), value);
    }

    /**
     * {@return what a step read, by name: nothing is ever worked out twice, so that it is still
     * there}
     */
    Map<String, String> inputs(Taken one) {
        Map<String, Object> member = one.member() == null ? null : members.get(one.member() - 1);
        Map<String, String> inputs = new LinkedHashMap<>();
        for (Expression.Reference name : one.step().expression().reads()) {
            inputs.put(name.name(), read(name, member));
        }
        return inputs;
    }

    private String read(Expression.Reference one, @Nullable Map<String, Object> member) {
        String field = one.field();
        return switch (one.owner()) {
            case "" -> text(value(names, field));
            case "Member" -> member == null ? listed(members, field) : text(value(member, field));
            case "Income" -> listed(incomes(member == null ? members : List.of(member)), field);
            case "Standard" -> text(value(Vocabulary.STANDARD, field));
            case "Property" -> text(value(Vocabulary.PROPERTY, field));
            default -> text(value(Vocabulary.EXPENDITURE, field));
        };
    }

    private static List<Map<?, ?>> incomes(List<Map<String, Object>> members) {
        List<Map<?, ?>> incomes = new ArrayList<>();
        for (Map<String, Object> member : members) {
            ((List<?>) value(member, "incomes")).forEach(one -> incomes.add((Map<?, ?>) one));
        }
        return incomes;
    }

    private static String listed(List<? extends Map<?, ?>> some, String field) {
        return some.stream().map(one -> text(value(one, field))).collect(Collectors.joining(", "));
    }

    private Object value(String struct, String field) {
        return value((Map<?, ?>) value(names, struct), field);
    }

    private static Object value(Map<?, ?> of, String field) {
        return Objects.requireNonNull(of.get(field), field);
    }

    /** {@return a value as people read it} */
    static String text(Object value) {
        return switch (value) {
            case BigFraction number -> Decimals.text(number);
            case List<?> list -> Integer.toString(list.size());
            default -> value.toString();
        };
    }

    List<Taken> taken() {
        return taken;
    }

    /** {@return what came of the step; only of one that is always taken} */
    Object valueOf(String step) {
        return value(names, step);
    }

    boolean holds(String step) {
        return Boolean.TRUE.equals(names.get(step));
    }

    /**
     * {@return by how much a month in fen; null where no amount goes with it, or it does not hold}
     */
    @Nullable Long amount(Outcome outcome) {
        return outcome.amount() == null || !holds(outcome.holds())
                ? null
                : Decimals.toFen((BigFraction) valueOf(outcome.amount()));
    }

    /** {@return what expressions can name} */
    Map<String, Object> names() {
        return names;
    }

    EligibilityRule rule() {
        return rule;
    }
}
