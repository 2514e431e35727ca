package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The registered household in which a case is planted, and records as cases need them.
 *
 * @param people of the household who live
 */
record CaseStage(
        Today today, Rows rows, Dice dice, Kin kin, List<Person> people, IdNumbers numbers) {

    Optional<Person> anyone(Predicate<Person> test) {
        return people.stream().filter(test).findFirst();
    }

    /** Somebody of an age, both ends included. */
    Optional<Person> aged(int from, int to) {
        return anyone(person -> age(person) >= from && age(person) <= to);
    }

    int age(Person person) {
        return today.age(person.birth());
    }

    LocalDate ago(int days) {
        return today.ago(days);
    }

    Row cost(Person person, int days, double paid) {
        return rows.add(
                "YB03",
                person,
                ago(days),
                ago(days).withDayOfMonth(1),
                12,
                Text.yuan(paid),
                Text.yuan(15_000),
                paid >= 15_000,
                "MALIGNANT_TUMOUR");
    }

    Row job(Person person, String state, int days, int refused) {
        return rows.add(
                "RS01",
                person,
                ago(days),
                ago(days),
                state,
                ago(days),
                state.equals("UNEMPLOYED") ? "DISMISSED" : "",
                "",
                refused,
                false);
    }

    void certificate(Person person, int days) {
        death(person.id(), person.name(), days);
    }

    /** A death certificate, of somebody of the household or not. */
    void death(String idNumber, String name, int days) {
        rows.anyone(
                "WJ01",
                idNumber,
                name,
                ago(days - 2),
                ago(days),
                Optional.empty(),
                "SWA" + (100_000_000 + dice.below(100_000_000)),
                ago(days),
                "中心医院",
                "HEART");
    }

    void cremation(Person person, int days) {
        rows.add("MZ11", person, ago(days - 3), ago(days), ago(days), ago(days - 2), "殡仪馆", false);
    }

    void cancelled(Person person, int days) {
        rows.add("GA02", person, ago(days - 10), ago(days), "DEATH", ago(days), "派出所");
    }

    /** An allowance for these people; who applies is named first. */
    Row allowance(List<Person> covered, String status, int since, int until) {
        Person first = covered.getFirst();
        return rows.addUntil(
                "MZ01",
                first,
                until == 0 ? ago(1 + dice.below(30)) : ago(until),
                ago(since),
                until == 0 ? Optional.empty() : Optional.of(ago(until)),
                "F"
                        + first.county().code()
                        + "8"
                        + first.hukou().no().substring(7)
                        + rows.rows().size(),
                covered.stream().map(Person::id).toList(),
                first.rural() ? "RURAL" : "URBAN",
                covered.size(),
                Text.yuan(300 * covered.size()),
                "TOP_UP",
                "",
                YearMonth.from(ago(since)),
                "MONTHS_12",
                status,
                status.equals("GRADUAL_EXIT") ? today.date().plusDays(90) : "");
    }

    /** Whose family is on the allowance has the year's premium subsidised. */
    void subsidised(Person person) {
        rows.rows()
                .replaceAll(
                        row ->
                                row.category().equals("YB01")
                                                && row.idNumber().equals(person.id())
                                                && row.items()
                                                        .get(1)
                                                        .equals("" + today.date().getYear())
                                        ? new Row(
                                                row.category(),
                                                row.no(),
                                                row.idNumber(),
                                                row.name(),
                                                row.observedAt(),
                                                row.validFrom(),
                                                row.validTo(),
                                                List.of(
                                                        row.items().get(0),
                                                        row.items().get(1),
                                                        row.items().get(2),
                                                        "FIXED",
                                                        Text.yuan(240)))
                                        : row);
    }

    Row margin(int since, int until) {
        Person first = people.getFirst();
        return rows.add(
                "MZ03",
                first,
                ago(since),
                ago(since),
                "F" + first.county().code() + "7" + first.hukou().no().substring(7),
                people.stream().map(Person::id).toList(),
                Text.yuan(900),
                Text.hundredths(1.3),
                "",
                ago(since),
                ago(until),
                "VALID");
    }

    void check(Person person, int days, double deposits, double insurance, String conclusion) {
        String number = "A" + (10_000_000 + dice.below(80_000_000)) + rows.rows().size();
        rows.add(
                "MZ12",
                person,
                ago(days),
                ago(days),
                "WT" + number,
                "SQ" + number,
                "SQS" + number,
                List.of("BANK", "SECURITIES", "INSURANCE"),
                Text.yuan(deposits),
                Text.yuan(0),
                Text.yuan(insurance),
                Text.yuan(0),
                conclusion.equals("OVER_LIMITS"),
                conclusion,
                ago(days),
                ago(days).plusMonths(6));
    }

    void child(Person person, String guardian, double amount) {
        rows.add(
                "MZ07",
                person,
                ago(20),
                ago(200),
                "DE_FACTO_UNATTENDED",
                "",
                guardian,
                amount > 0 ? Text.yuan(amount) : "",
                "王丽华",
                "");
    }

    void attendance(Person person, String risk) {
        rows.add("JY04", person, ago(30), ago(40), risk, "", risk.equals("NONE") ? 0 : 2, ago(30));
    }

    void home(Person person, String damage, boolean rebuilt) {
        rows.add(
                "YJ02",
                person,
                ago(300),
                ago(320),
                "ZHA" + person.county().code(),
                damage,
                3,
                "",
                ago(320),
                rebuilt ? ago(60) : "");
    }

    /** A certificate of physical disability. */
    void card(Person person, int grade, String state, int until) {
        rows.add(
                "CL01",
                person,
                ago(until + 3660),
                ago(until + 3650),
                person.id() + "4" + grade,
                "PHYSICAL",
                "GRADE_" + grade,
                ago(until + 3650),
                ago(until),
                state);
    }

    /** A subsidy for disabled (MZ08) or old people (MZ09). */
    void subsidy(Person person, String code, String kind) {
        if (code.equals("MZ08")) {
            rows.add(
                    code,
                    person,
                    ago(20),
                    ago(400),
                    kind,
                    Text.yuan(105),
                    person.id() + "42",
                    YearMonth.from(ago(400)),
                    "PAYING");
        } else {
            rows.add(
                    code,
                    person,
                    ago(20),
                    ago(400),
                    kind,
                    "MODERATE",
                    Text.yuan(150),
                    "",
                    YearMonth.from(ago(400)),
                    "PAYING");
        }
    }

    void hardship(Person person) {
        rows.add(
                "MZ02",
                person,
                ago(20),
                ago(500),
                "AT_HOME",
                "ABLE",
                List.of(true, true, true, true, true, true),
                "",
                "",
                Text.yuan(900),
                Text.yuan(0),
                YearMonth.from(ago(500)),
                "ACTIVE",
                "");
    }

    void insurance(Person person, double base, String state) {
        rows.add(
                "RS02",
                person,
                ago(20),
                ago(700),
                "EMPLOYEE_PENSION",
                "",
                Text.yuan(base),
                YearMonth.from(today.date()).minusMonths(1),
                state);
    }

    void pension(Person person, double monthly) {
        rows.add(
                "RS03",
                person,
                ago(20),
                ago(700),
                "EMPLOYEE",
                Text.yuan(monthly),
                Text.yuan(monthly / 2),
                YearMonth.from(ago(700)),
                "PAYING");
    }

    void dwelling(Person person, double share) {
        rows.add(
                "ZR01",
                person,
                ago(100),
                ago(120),
                person.place().village().code()
                        + "GB"
                        + (10_000 + dice.below(90_000))
                        + "F"
                        + (10_000_000 + dice.below(90_000_000)),
                "HOUSE_OWNERSHIP",
                share,
                Text.tenths(80),
                "RESIDENTIAL",
                person.place().village().address() + "1号楼",
                ago(120),
                false,
                ago(120));
    }

    void fund(Person person, double balance, String state) {
        rows.add(
                "ZJ03",
                person,
                ago(20),
                ago(900),
                Text.yuan(4200),
                Text.yuan(672),
                Text.yuan(balance),
                "",
                Text.yuan(0),
                state);
    }

    void pupil(Person person, String state) {
        rows.add(
                "JY01",
                person,
                ago(30),
                ago(80),
                "3" + person.county().code() + "110",
                "SENIOR_SECONDARY",
                3,
                state,
                true,
                "PUBLIC_STANDARD",
                ago(80));
    }

    /** The number of somebody who bears the same name and was born on the same day. */
    String namesake(Person person) {
        return numbers.next(person.id().substring(0, 6), person.birth(), person.being().sex());
    }
}
