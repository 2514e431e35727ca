package org.lianji.eligibility;

import org.apache.commons.numbers.fraction.BigFraction;
import org.lianji.eligibility.EligibilityResult.Alternative;
import org.lianji.eligibility.EligibilityResult.InputRead;
import org.lianji.eligibility.EligibilityResult.StepTaken;
import org.lianji.eligibility.EligibilityResult.Verdict;
import org.lianji.eligibility.EligibilityRule.Change;
import org.lianji.eligibility.EligibilityRule.Title;
import org.lianji.items.Values;
import org.lianji.items.Yuan;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Works out what a family qualifies for, by the standard and the rules of a day. */
@Component
public final class Eligibility {

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
    public EligibilityResult evaluate(FamilySituation situation) {
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
                alternatives(done, names),
                rule.items());
    }

    /** {@return what the rules of a place and day read, by name; none where there are none} */
    public Optional<Map<String, EligibilityRule.Input>> inputs(String place, LocalDate day) {
        return rules.asOf(place, day).map(EligibilityRule::inputs);
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
    private static List<Alternative> alternatives(Evaluation done, Map<String, Object> names) {
        Map<String, Trial> nearest = new LinkedHashMap<>();
        for (Change change : done.rule().changes()) {
            Object now = done.valueOf(change.step());
            Object then = change.to().value(done.names());
            List<Verdict> changed =
                    now.equals(then) ? List.of() : changed(done, names, change, then);
            if (!changed.isEmpty()) {
                Trial trial = new Trial(change, now, then, changed);
                nearest.merge(trial.outcome(), trial, Trial::nearer);
            }
        }
        return nearest.values().stream().map(Eligibility::alternative).toList();
    }

    /** Another value of a step, and what it changes. */
    private record Trial(Change change, Object now, Object then, List<Verdict> changed) {

        /** What is the same of trials of which one is enough. */
        String outcome() {
            return change.step()
                    + changed.stream().map(one -> one.kind() + " " + one.holds()).toList();
        }

        Trial nearer(Trial other) {
            return distance().compareTo(other.distance()) <= 0 ? this : other;
        }

        private BigFraction distance() {
            return Decimals.of(then).subtract(Decimals.of(now)).abs();
        }
    }

    private static List<Verdict> changed(
            Evaluation done, Map<String, Object> names, Change change, Object then) {
        List<Verdict> before = verdicts(done);
        List<Verdict> after =
                verdicts(Evaluation.of(done.rule(), names, Map.of(change.step(), then)));
        return IntStream.range(0, after.size())
                .filter(at -> differs(before.get(at), after.get(at), change.amounts()))
                .mapToObj(after::get)
                .toList();
    }

    private static Alternative alternative(Trial one) {
        return new Alternative(
                one.change().step(),
                Evaluation.text(one.now()),
                Evaluation.text(one.then()),
                one.changed(),
                sentence(one.change(), one.now(), one.then(), one.changed()));
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
                + (one.amount() == null ? "" : "，每月%s元".formatted(Yuan.text(one.amount())));
    }

    private static String inEnglish(Verdict one) {
        return one.title().en()
                + (one.holds() ? " is met" : " is not met")
                + (one.amount() == null
                        ? ""
                        : ", %s CNY a month".formatted(Yuan.text(one.amount())));
    }

    /**
     * {@return the highest standard a month that the county of a place has for its areas, in fen;
     * none where it has set none}
     */
    public OptionalLong highestStandard(String place, LocalDate day) {
        return standards.asOf(place, day).stream().mapToLong(LocalStandard::monthly).max();
    }
}
