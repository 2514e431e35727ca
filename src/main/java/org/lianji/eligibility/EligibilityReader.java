package org.lianji.eligibility;

import dev.cel.common.types.SimpleType;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.eligibility.EligibilityRule.Change;
import org.lianji.eligibility.EligibilityRule.Input;
import org.lianji.eligibility.EligibilityRule.Outcome;
import org.lianji.eligibility.EligibilityRule.Step;
import org.lianji.eligibility.EligibilityRule.Title;
import org.lianji.people.Regions;
import org.lianji.platform.Digests;
import org.lianji.rules.RuleFault;
import org.lianji.rules.RuleFile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one file of rules; what can't be used is told with file and line. */
final class EligibilityReader {

    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z]{1,40}");
    private static final String EXPRESSION = "expr";
    private static final String WHEN = "when";

    private final RuleFile file;
    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Input> inputs = new LinkedHashMap<>();

    private EligibilityReader(RuleFile file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
        this.vocabulary = new Vocabulary(catalogue);
    }

    /**
     * {@return the rule}
     *
     * @throws RuleFault with file and line, where it can't be used
     */
    static EligibilityRule read(RuleFile file, Catalogue catalogue) {
        return new EligibilityReader(file, catalogue).rule();
    }

    private EligibilityRule rule() {
        String region = file.text("region");
        if (!Regions.isKnown(region)) {
            throw file.fault("region", "there is no region " + region);
        }
        LocalDate from = from();
        inputs();
        file.list("steps").forEach(this::step);
        return new EligibilityRule(
                region,
                from,
                file.text("law"),
                Digests.hex(file.whole()),
                inputs,
                List.copyOf(steps.values()),
                file.list("outcomes").stream().map(this::outcome).toList(),
                file.list("changes").stream().map(this::change).toList(),
                vocabulary.constants());
    }

    private LocalDate from() {
        try {
            return LocalDate.parse(file.text("from"));
        } catch (DateTimeParseException e) {
            throw file.fault("from", "a day such as 2025-07-01 is expected here");
        }
    }

    private void inputs() {
        RuleFile all = file.mapping("inputs");
        all.names()
                .forEach(
                        name -> {
                            String[] parts = name.split("\\.", 2);
                            if (parts.length < 2 || !vocabulary.isField(parts[0], parts[1])) {
                                throw all.fault(name, "a situation has no " + name);
                            }
                            inputs.put(name, input(all.mapping(name)));
                        });
    }

    private Input input(RuleFile input) {
        String items = input.optional("items");
        List<String> some = items == null ? List.of() : List.of(items.split(" +"));
        for (String one : some) {
            String[] parts = one.split("\\.", 2);
            if (parts.length < 2
                    || catalogue.category(parts[0]).flatMap(in -> in.item(parts[1])).isEmpty()) {
                throw input.fault("items", "the catalogue has no item " + one);
            }
        }
        return new Input(title(input), some);
    }

    private static Title title(RuleFile of) {
        return new Title(of.text("zh"), of.text("en"));
    }

    private void step(RuleFile step) {
        String code = step.text("code");
        if (!CODE.matcher(code).matches() || vocabulary.knows(code)) {
            throw step.fault("code", code + " can't be the name of a step, or is one already");
        }
        boolean each = Vocabulary.MEMBER.equals(step.optional("each"));
        Expression expression = Expression.of(step, EXPRESSION, vocabulary, each);
        @Nullable String when = step.optional(WHEN);
        if (when != null) {
            conditional(step, when, each);
        }
        described(step, EXPRESSION, expression);
        always(step, EXPRESSION, expression, when);
        vocabulary.add(code, each, expression.type());
        steps.put(
                code,
                new Step(
                        code,
                        title(step.mapping("title")),
                        step.text("law"),
                        each,
                        when,
                        expression));
    }

    private void conditional(RuleFile step, String when, boolean each) {
        if (each) {
            throw step.fault(WHEN, "a step about each member is always asked");
        }
        yesOrNo(step, WHEN, when);
    }

    private void yesOrNo(RuleFile at, String key, String code) {
        Step step = earlier(at, key, code);
        if (step.each() || !step.expression().type().equals(SimpleType.BOOL)) {
            throw at.fault(key, "%s does not say yes or no about the family".formatted(code));
        }
    }

    private Step earlier(RuleFile at, String key, String code) {
        Step step = steps.get(code);
        if (step == null) {
            throw at.fault(key, "there is no step " + code + " before this");
        }
        return step;
    }

    /** Who reads a step can read what it takes. */
    private void described(RuleFile at, String key, Expression expression) {
        for (Expression.Reference one : expression.reads()) {
            if (asked(one) == null && !inputs.containsKey(one.name())) {
                throw at.fault(key, "inputs does not say what " + one.name() + " is");
            }
        }
    }

    /** What is not always asked has not always a value. */
    private void always(RuleFile at, String key, Expression expression, @Nullable String when) {
        for (Expression.Reference one : expression.reads()) {
            Step step = asked(one);
            if (step != null && step.when() != null && !step.when().equals(when)) {
                throw at.fault(
                        key, "%s is asked only when %s holds".formatted(one.field(), step.when()));
            }
        }
    }

    /** {@return the step whose value that is; null of what the situation or the standard says} */
    private @Nullable Step asked(Expression.Reference one) {
        return one.owner().isEmpty() || one.owner().equals("Member")
                ? steps.get(one.field())
                : null;
    }

    private Outcome outcome(RuleFile outcome) {
        String holds = outcome.text("holds");
        yesOrNo(outcome, "holds", holds);
        @Nullable String amount = outcome.optional("amount");
        if (amount != null) {
            Step step = earlier(outcome, "amount", amount);
            if (step.each()
                    || !step.expression().type().equals(Decimals.TYPE)
                    || step.when() != null && !step.when().equals(holds)) {
                throw outcome.fault("amount", amount + " is no amount that goes with " + holds);
            }
        }
        return new Outcome(
                outcome.choice("kind", EligibilityKind.class),
                title(outcome.mapping("title")),
                holds,
                amount);
    }

    private Change change(RuleFile change) {
        String code = change.text("step");
        Step step = earlier(change, "step", code);
        Expression to = Expression.of(change, "to", vocabulary, false);
        always(change, "to", to, null);
        if (step.each() || !step.expression().type().equals(to.type())) {
            throw change.fault("to", "%s is of another type".formatted(code));
        }
        return new Change(
                code,
                to,
                title(change.mapping("sentence")),
                "true".equals(change.optional("amounts")));
    }
}
