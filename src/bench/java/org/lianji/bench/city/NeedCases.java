package org.lianji.bench.city;

import static org.lianji.bench.city.Case.alike;
import static org.lianji.bench.city.Case.found;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What may befall a household that nobody helps, and what only looks like it. */
final class NeedCases {

    private static final int GROWN = 18;
    private static final String UNEMPLOYED = "UNEMPLOYED";

    private NeedCases() {}

    static List<Case> all() {
        return List.of(
                found("R106", "a home lost, and no relief", at -> home(at, false)),
                alike("R106", "a home lost and rebuilt", at -> home(at, true)),
                found("R107", "out of school", at -> attendance(at, "DROPPED_OUT")),
                alike("R107", "a boarder, away from home", NeedCases::boarder),
                found("R108", "all adults dead", at -> orphan(at, 0)),
                alike("R108", "one of the adults dead", at -> orphan(at, 1)),
                found("R110", "a margin family, and a costly illness", at -> margin(at, 60)),
                alike("R110", "a margin family, ill before", at -> margin(at, 330)),
                found("R113", "a parent dead", NeedCases::breadwinner),
                alike("R113", "a namesake of a parent dead", NeedCases::namesake),
                found("R114", "left the allowance, then lost work", at -> left(at, 200, 60)),
                alike("R114", "lost work, then left the allowance", at -> left(at, 60, 200)),
                found("R115", "over the limits, then a costly illness", at -> over(at, 240, 60)),
                alike("R115", "a costly illness, then over the limits", at -> over(at, 60, 240)),
                found("R116", "a parent lost, and no allowance", at -> unattended(at, 0)),
                alike("R116", "a parent lost, and the allowance paid", at -> unattended(at, 1550)),
                alike("R104", "a job that ended the month before", NeedCases::lately),
                found("R401", "severely disabled, and no work", at -> silent(at, false)),
                alike("R401", "the same, once on the allowance", at -> silent(at, true)),
                found("R402", "left almost two years ago", at -> left(at, 715, 0)),
                alike("R402", "left more than two years ago", at -> left(at, 800, 0)),
                found("R213", "a recognition past its end", at -> recognised(at, 20)),
                alike("R213", "a recognition that still holds", at -> recognised(at, -20)),
                found("R211", "grown up, and paid as a child", at -> grown(at, "")),
                alike("R211", "grown up, and still at school", at -> grown(at, "ENROLLED")));
    }

    static Predicate<Person> grown(CaseStage at) {
        return person -> at.age(person) >= GROWN;
    }

    private static Optional<Person> with(Optional<Person> person, Consumer<Person> records) {
        person.ifPresent(records);
        return person;
    }

    private static Optional<Person> home(CaseStage at, boolean rebuilt) {
        return with(at.anyone(grown(at)), one -> at.home(one, "COLLAPSED", rebuilt));
    }

    private static Optional<Person> attendance(CaseStage at, String risk) {
        return with(at.aged(7, 15), one -> at.attendance(one, risk));
    }

    private static Optional<Person> boarder(CaseStage at) {
        return with(
                at.anyone(one -> one.school().filter(School::boards).isPresent()),
                one -> at.attendance(one, "NONE"));
    }

    /** All grown-ups but so many of a register with a child have died. */
    private static Optional<Person> orphan(CaseStage at, int left) {
        List<Person> grown = at.people().stream().filter(grown(at)).toList();
        return grown.size() <= left || grown.size() > left + 2
                ? Optional.empty()
                : with(
                        at.aged(1, 16),
                        _ ->
                                grown.subList(0, grown.size() - left)
                                        .forEach(one -> at.certificate(one, 400)));
    }

    private static Optional<Person> margin(CaseStage at, int days) {
        return with(
                        at.anyone(grown(at)),
                        one -> {
                            at.margin(200, -160);
                            at.cost(one, days, 32_000);
                        })
                .map(_ -> at.people().getFirst());
    }

    private static Optional<Person> breadwinner(CaseStage at) {
        return at.aged(1, 16).isEmpty()
                ? Optional.empty()
                : with(at.aged(25, 58), one -> at.certificate(one, 90));
    }

    private static Optional<Person> namesake(CaseStage at) {
        return at.aged(1, 16).isEmpty()
                ? Optional.empty()
                : with(at.aged(25, 58), one -> at.death(at.namesake(one), one.name(), 90));
    }

    /** Left the allowance, and lost work so many days ago; never where it is 0. */
    private static Optional<Person> left(CaseStage at, int left, int lost) {
        return with(
                at.aged(20, 58),
                one -> {
                    at.allowance(List.of(one), "STOPPED", left + 900, left);
                    if (lost > 0) {
                        at.job(one, UNEMPLOYED, lost, 0);
                    }
                });
    }

    private static Optional<Person> over(CaseStage at, int checked, int ill) {
        return with(
                at.anyone(grown(at)),
                one -> {
                    at.check(one, checked, 180_000, 0, "OVER_LIMITS");
                    at.cost(one, ill, 28_000);
                });
    }

    private static Optional<Person> unattended(CaseStage at, double amount) {
        return with(at.aged(1, 16), one -> at.child(one, "LOST_CONTACT", amount));
    }

    private static Optional<Person> lately(CaseStage at) {
        return at.anyone(one -> at.rows().has(one, "RS01")).isPresent()
                ? Optional.empty()
                : with(at.aged(20, 55), one -> at.job(one, UNEMPLOYED, 25, 0));
    }

    private static Optional<Person> silent(CaseStage at, boolean before) {
        Optional<Person> jobless =
                at.anyone(one -> at.age(one) >= 20 && at.age(one) <= 58 && !disabled(one));
        return jobless.isEmpty()
                ? jobless
                : with(
                        at.anyone(one -> at.age(one) >= 16 && !disabled(one)),
                        one -> {
                            at.card(one, 1, "VALID", -1500);
                            at.job(jobless.get(), UNEMPLOYED, 100, 0);
                            if (before) {
                                at.allowance(List.of(one), "STOPPED", 1300, 1000);
                            }
                        });
    }

    static boolean disabled(Person person) {
        return person.health().disability().isPresent();
    }

    private static Optional<Person> recognised(CaseStage at, int until) {
        return with(Optional.of(at.people().getFirst()), _ -> at.margin(345, until));
    }

    private static Optional<Person> grown(CaseStage at, String school) {
        return with(
                at.anyone(
                        one ->
                                at.age(one) >= GROWN
                                        && at.age(one) <= 22
                                        && !at.rows().has(one, "JY01")),
                one -> {
                    at.child(one, "FULFILLING", 1550);
                    if (school.equals("ENROLLED")) {
                        at.pupil(one, school);
                    }
                });
    }
}
