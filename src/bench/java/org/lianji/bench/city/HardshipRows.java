package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Extreme hardship, families on the margin, families with unavoidable expenditure. */
final class HardshipRows implements Source {

    private static final int CARE_HOMES = 3;

    private final Today today;

    HardshipRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            switch (family.aid().kind()) {
                case EXTREME -> extreme(kin, family, rows, dice);
                case MARGIN -> margin(family, rows, dice);
                case RIGID -> rigid(family, rows, dice);
                case NONE, DIBAO, FORMER, REFUSED -> {}
            }
        }
    }

    static String careHome(County county, Dice dice) {
        return UnifiedCodes.of(
                UnifiedCodes.PUBLIC_INSTITUTION, county.code(), 500 + dice.below(CARE_HOMES));
    }

    private void extreme(Kin kin, Family family, Rows rows, Dice dice) {
        Person person = family.members().getFirst();
        boolean weak = today.age(person.birth()) >= 80 || person.health().severelyDisabled();
        int lost = weak ? dice.between(1, 6) : dice.chance(0.15) ? dice.between(1, 3) : 0;
        boolean inHome = dice.chance(lost > 2 ? 0.6 : 0.2);
        List<Boolean> items = IntStream.range(0, 6).mapToObj(i -> i >= lost).toList();
        Optional<LocalDate> end = kin.paidUntil(person, today);
        YearMonth start = YearMonth.from(family.aid().since()).plusMonths(1);
        int wage = 2270;
        Row row = rows.addUntil(
                "MZ02",
                person,
                end.map(day -> today.recorded(day, dice)).orElseGet(() -> today.lately(40, dice)),
                start.atDay(1),
                end,
                inHome ? "INSTITUTIONAL" : "AT_HOME",
                lost == 0 ? "ABLE" : lost < 4 ? "PARTLY_LOST" : "FULLY_LOST",
                items,
                inHome ? careHome(family.county(), dice) : "",
                "",
                Text.yuan(Standards.extreme(family.county(), family.rural())),
                Text.yuan(lost == 0 ? 0 : lost < 4 ? wage * 0.2 : wage * 0.5),
                start,
                end.isPresent() ? "ENDED" : "ACTIVE",
                end.isPresent() ? "DEATH" : "");
        rows.paid(person, row);
    }

    private void margin(Family family, Rows rows, Dice dice) {
        List<Person> members = family.living();
        if (members.isEmpty()) {
            return;
        }
        members.forEach(person -> rows.help(person, "MZ"));
        LocalDate since = family.aid().since();
        double ratio = Math.clamp(family.incomeAHead() / family.standard(), 1.0, 1.5);
        rows.add(
                "MZ03",
                family.applicant(today),
                today.recorded(since, dice),
                since,
                family.no(),
                members.stream().map(Person::id).toList(),
                Text.yuan(family.incomeAHead()),
                Text.hundredths(ratio),
                members.size() > 1
                        ? members.stream()
                                .filter(person -> person.health().unableToWork())
                                .map(Person::id)
                                .limit(1)
                                .toList()
                        : "",
                since,
                since.plusYears(1).minusDays(1),
                "VALID");
    }

    private void rigid(Family family, Rows rows, Dice dice) {
        List<Person> members = family.living();
        if (members.isEmpty()) {
            return;
        }
        members.forEach(person -> rows.help(person, "MZ"));
        double income = family.income() * 12;
        double living = Math.min(income * 0.4, 9000.0 * members.size());
        double medical = income * dice.uniform(0.45, 1.1);
        double education = family.anyone(p -> p.school().filter(School::higher).isPresent())
                ? dice.uniform(8000, 19000)
                : 0;
        LocalDate since = family.aid().since();
        rows.add(
                "MZ04",
                family.applicant(today),
                today.recorded(since, dice),
                since,
                family.no(),
                members.stream().map(Person::id).toList(),
                Text.yuan(living),
                Text.yuan(medical),
                Text.yuan(education),
                Text.yuan(family.anyone(p -> p.health().severelyDisabled()) ? 3600 : 0),
                Text.yuan(income),
                Text.hundredths((living + medical + education) / Math.max(income, 1)),
                12,
                since,
                since.plusYears(1).minusDays(1));
    }
}
