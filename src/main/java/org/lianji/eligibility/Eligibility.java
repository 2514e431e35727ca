package org.lianji.eligibility;

import org.lianji.eligibility.EligibilityResult.Alternative;
import org.lianji.eligibility.EligibilityResult.InputRead;
import org.lianji.eligibility.EligibilityResult.StepTaken;
import org.lianji.eligibility.EligibilityResult.Verdict;
import org.lianji.eligibility.EligibilityRule.Change;
import org.lianji.eligibility.EligibilityRule.Title;
import org.lianji.items.Values;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what a family qualifies for, by the standard and the rules of a day. */
@Component
final class Eligibility {

    private final LocalStandards standards;
    private final EligibilityRules rules;
    private final SituationValues situations;
    private final Clock clock;

    Eligibility(LocalStandards standards, EligibilityRules rules, Values values, Clock clock) {
        this.standards = standards;
        this.rules = rules;
        this.situations = new SituationValues(values);
        this.clock = clock;
    }

    /**
     * {@return what comes out, and how}
     *
     * @throws Problem an {@link EligibilityCode}, where nothing can
     */
    EligibilityResult evaluate(FamilySituation situation) {
        LocalDate day = Objects.requireNonNullElseGet(situation.asOf(), () -> LocalDate.now(clock));
        String place = situation.county();
        EligibilityRule rule = known(rules.asOf(place, day), day);
        LocalStandard standard = known(standards.asOf(place, situation.area(), day), day);
        Map<String, Object> names = new HashMap<>(situations.of(situation));
        names.put(Vocabulary.STANDARD, standard.values());
        Evaluation done = Evaluation.of(rule, names, Map.of());
        return new EligibilityResult(
                day,
                standard,
                rule,
                verdicts(done),
                done.taken().stream().map(one -> told(done, one)).toList(),
                rule.changes().stream()
                        .flatMap(change -> alternative(done, names, change).stream())
                        .toList(),
                rule.items());
    }

    private static <T> T known(Optional<T> some, LocalDate day) {
        return some.orElseThrow(
                () -> new Problem(EligibilityCode.UNKNOWN_STANDARD, Map.of("day", day.toString())));
    }

    private static List<Verdict> verdicts(Evaluation done) {
        return done.rule().outcomes().stream()
                .map(
                        one ->
                                new Verdict(
                                        one.kind(),
                                        one.title(),
                                        done.holds(one.holds()),
                                        done.amount(one)))
                .toList();
    }

    private static StepTaken told(Evaluation done, Evaluation.Taken taken) {
        EligibilityRule.Step step = taken.step();
        return new StepTaken(
                step.code(),
                step.title(),
                step.law(),
                taken.member(),
                step.expression().text(),
                done.inputs(taken).entrySet().stream()
                        .map(
                                one ->
                                        new InputRead(
                                                one.getKey(),
                                                title(done.rule(), one.getKey()),
                                                one.getValue()))
                        .toList(),
                Evaluation.text(taken.value()),
                taken.value() instanceof Boolean holds ? holds : null);
    }

    private static Title title(EligibilityRule rule, String name) {
        EligibilityRule.Input input = rule.inputs().get(name);
        String code = name.substring(name.indexOf('.') + 1);
        return input == null
                ? rule.steps().stream()
                        .filter(step -> step.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .title()
                : input.title();
    }

    /** Tried, not reasoned: the rule is walked again with the other value. */
    private static Optional<Alternative> alternative(
            Evaluation done, Map<String, Object> names, Change change) {
        Object now = done.valueOf(change.step());
        Object then = change.to().value(done.names());
        if (now.equals(then)) {
            return Optional.empty();
        }
        List<Verdict> before = verdicts(done);
        List<Verdict> after =
                verdicts(Evaluation.of(done.rule(), names, Map.of(change.step(), then)));
        List<Verdict> changed =
                Stream.iterate(0, at -> at < after.size(), at -> at + 1)
                        .filter(at -> differs(before.get(at), after.get(at), change.amounts()))
                        .map(after::get)
                        .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Alternative(
                                change.step(),
                                Evaluation.text(now),
                                Evaluation.text(then),
                                changed,
                                sentence(change, now, then, changed)));
    }

    private static boolean differs(Verdict before, Verdict after, boolean amounts) {
        return before.holds() != after.holds()
                || amounts && !Objects.equals(before.amount(), after.amount());
    }

    private static Title sentence(Change change, Object now, Object then, List<Verdict> changed) {
        Function<String, String> filled =
                text ->
                        text.replace("{now}", Evaluation.text(now))
                                .replace("{to}", Evaluation.text(then));
        return new Title(
                filled.apply(change.sentence().zh())
                        + "："
                        + changed.stream()
                                .map(Eligibility::inChinese)
                                .collect(Collectors.joining("，"))
                        + "。",
                filled.apply(change.sentence().en())
                        + ": "
                        + changed.stream()
                                .map(Eligibility::inEnglish)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static String inChinese(Verdict one) {
        return (one.holds() ? "符合" : "不符合")
                + one.title().zh()
                + (one.amount() == null ? "" : "，每月%s元".formatted(yuan(one.amount())));
    }

    private static String inEnglish(Verdict one) {
        return one.title().en()
                + (one.holds() ? " is met" : " is not met")
                + (one.amount() == null ? "" : ", %s CNY a month".formatted(yuan(one.amount())));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
