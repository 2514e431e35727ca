package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.KnownFacts.Fact;
import org.lianji.assistance.KnownFacts.FactSheet;
import org.lianji.eligibility.FamilySituation;
import org.lianji.eligibility.FamilySituation.Income;
import org.lianji.eligibility.IncomeKind;
import org.lianji.eligibility.KnownSource;
import org.lianji.eligibility.StatedSituation;
import org.lianji.items.Yuan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A family's situation, put together of what is known and what was stated, each value with where it
 * comes from. What a member is like, the library says where it has a record; amounts add up.
 */
final class SituationDraft {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** The scheme of urban and rural residents. */
    private static final String RESIDENT = "RESIDENT";

    /** Kinds of income that are declared for tax. */
    private static final List<IncomeKind> EARNED =
            List.of(IncomeKind.WAGE, IncomeKind.BUSINESS, IncomeKind.ASSETS);

    private final StatedSituation said;
    private final FactSheet known;
    private final LocalDate asOf;
    private final List<Input> inputs = new ArrayList<>();

    SituationDraft(StatedSituation said, FactSheet known, LocalDate asOf) {
        this.said = said;
        this.known = known;
        this.asOf = asOf;
    }

    /**
     * A value that was reckoned with.
     *
     * @param name what it fills, as rules name it
     * @param member number of the member it is about, from 1; null of the family
     * @param fact the record that tells it; null where the surveyors stated it
     * @param item of the record; null where the surveyors stated it
     */
    record Input(
            String name,
            @Nullable Integer member,
            String value,
            @Nullable Fact fact,
            @Nullable String item) {}

    /** {@return what was reckoned with, once the situation was asked for} */
    List<Input> inputs() {
        return List.copyOf(inputs);
    }

    /** {@return the situation; none as long as somebody's age is unknown} */
    Optional<FamilySituation> situation(String county) {
        inputs.clear();
        List<FamilySituation.Member> members = new ArrayList<>();
        for (StatedSituation.Member one : said.members()) {
            Integer age = age(one, members.size() + 1);
            if (age == null) {
                return Optional.empty();
            }
            members.add(member(one, members.size() + 1, age));
        }
        return Optional.of(
                new FamilySituation(county, said.area(), asOf, members, property(), expenditure()));
    }

    /** {@return fen of what had to be paid, whatever it was for} */
    long spending() {
        FamilySituation.Expenditure paid = expenditure();
        return Stream.of(paid.medical(), paid.education(), paid.rehabilitation(), paid.other())
                .flatMap(Stream::ofNullable)
                .mapToLong(yuan -> Yuan.fen(new BigDecimal(yuan)))
                .sum();
    }

    private @Nullable Integer age(StatedSituation.Member one, int number) {
        Optional<Fact> birth = first(KnownSource.BIRTH, one, number);
        if (birth.isPresent()) {
            return Period.between(LocalDate.parse(item(birth.get(), "birthDate")), asOf).getYears();
        }
        return one.age() == null ? null : stated("Member.age", number, one.age());
    }

    private FamilySituation.Member member(StatedSituation.Member one, int number, int age) {
        Optional<Fact> disability = first(KnownSource.DISABILITY, one, number);
        return new FamilySituation.Member(
                one.standing(),
                age,
                disability
                        .map(fact -> item(fact, "type"))
                        .orElseGet(
                                () -> told("Member.disabilityType", number, one.disabilityType())),
                disability
                        .map(fact -> item(fact, "grade"))
                        .orElseGet(
                                () ->
                                        told(
                                                "Member.disabilityGrade",
                                                number,
                                                one.disabilityGrade())),
                first(KnownSource.ILLNESS, one, number).isPresent()
                        || seen("Member.seriouslyIll", number, one.seriouslyIll()),
                first(KnownSource.SCHOOL, one, number).isPresent()
                        || seen("Member.fullTimeStudent", number, one.fullTimeStudent()),
                first(KnownSource.JOB_OFFERS, one, number)
                        .map(fact -> Integer.parseInt(item(fact, "jobOffersRefused")))
                        .orElseGet(() -> refused(number, one.refusedOffers())),
                incomes(one, number));
    }

    private int refused(int number, int offers) {
        return offers == 0 ? 0 : stated("Member.refusedOffers", number, offers);
    }

    private boolean seen(String name, int number, boolean holds) {
        return holds && stated(name, number, true);
    }

    private List<Income> incomes(StatedSituation.Member one, int number) {
        Map<IncomeKind, BigDecimal> yearly = new EnumMap<>(IncomeKind.class);
        all(KnownSource.INSURED_WAGES, one.person(), number)
                .forEach(
                        fact -> add(yearly, IncomeKind.WAGE, money(fact, "base").multiply(MONTHS)));
        all(KnownSource.PENSION, one.person(), number).forEach(fact -> pension(yearly, fact));
        all(KnownSource.LAND, one.person(), number)
                .forEach(fact -> add(yearly, IncomeKind.ASSETS, money(fact, "transferIncome")));
        all(KnownSource.SUBSIDIES, one.person(), number)
                .forEach(fact -> add(yearly, IncomeKind.OTHER_TRANSFER, money(fact, "amount")));
        for (Income income : one.stated()) {
            add(yearly, income.kind(), new BigDecimal(income.yearly()));
            stated("Member.incomes", number, income.kind() + " " + income.yearly());
        }
        first(KnownSource.REPORTED_INCOME, one, number)
                .ifPresent(fact -> taxed(yearly, money(fact, "taxedIncome")));
        return yearly.entrySet().stream()
                .map(income -> new Income(income.getKey(), income.getValue().toPlainString()))
                .toList();
    }

    /** What is taxed is what was earned: only what goes beyond the earnings known is more of it. */
    private static void taxed(Map<IncomeKind, BigDecimal> yearly, BigDecimal declared) {
        BigDecimal earned =
                EARNED.stream()
                        .map(kind -> yearly.getOrDefault(kind, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (declared.compareTo(earned) > 0) {
            add(yearly, IncomeKind.WAGE, declared.subtract(earned));
        }
    }

    /** The basic part of a resident's pension is no income (最低生活保障审核确认办法 §13). */
    private static void pension(Map<IncomeKind, BigDecimal> yearly, Fact fact) {
        BigDecimal basic =
                item(fact, "scheme").equals(RESIDENT)
                        ? money(fact, "basicPension")
                        : BigDecimal.ZERO;
        add(
                yearly,
                IncomeKind.PENSION,
                money(fact, "monthlyPension")
                        .subtract(basic)
                        .max(BigDecimal.ZERO)
                        .multiply(MONTHS));
        add(yearly, IncomeKind.BASIC_PENSION, basic.multiply(MONTHS));
    }

    private static void add(
            Map<IncomeKind, BigDecimal> yearly, IncomeKind kind, BigDecimal amount) {
        yearly.merge(kind, amount, BigDecimal::add);
    }

    private FamilySituation.Property property() {
        FamilySituation.Property beside =
                Objects.requireNonNullElseGet(
                        said.property(), () -> new FamilySituation.Property(null, 0, 0));
        seen("Property.vehicles", beside.vehicles());
        seen("Property.homes", beside.homes());
        return new FamilySituation.Property(
                deposits(beside.deposits()),
                beside.vehicles() + (int) family(KnownSource.VEHICLES).count(),
                beside.homes()
                        + (int)
                                family(KnownSource.HOMES)
                                        .map(fact -> item(fact, "unitNo"))
                                        .distinct()
                                        .count());
    }

    /** What the family says it has and what banks say are the same money: the greater counts. */
    private String deposits(@Nullable String said) {
        BigDecimal reported =
                family(KnownSource.REPORTED_PROPERTY)
                        .flatMap(fact -> fact.items().values().stream())
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        told("Property.deposits", null, said);
        BigDecimal stated = said == null ? BigDecimal.ZERO : new BigDecimal(said);
        return family(KnownSource.FUND)
                .map(fact -> money(fact, "balance"))
                .reduce(reported.max(stated), BigDecimal::add)
                .toPlainString();
    }

    private void seen(String name, int number) {
        if (number > 0) {
            stated(name, null, number);
        }
    }

    private FamilySituation.Expenditure expenditure() {
        FamilySituation.Expenditure beside =
                Objects.requireNonNullElseGet(
                        said.expenditure(),
                        () -> new FamilySituation.Expenditure(null, null, null, null));
        return new FamilySituation.Expenditure(
                sum("Expenditure.medical", beside.medical(), KnownSource.TREATMENT, "selfPay"),
                told("Expenditure.education", null, beside.education()),
                sum(
                        "Expenditure.rehabilitation",
                        beside.rehabilitation(),
                        KnownSource.REHABILITATION,
                        "selfPay"),
                told("Expenditure.other", null, beside.other()));
    }

    private String sum(String name, @Nullable String beside, KnownSource source, String item) {
        told(name, null, beside);
        return Stream.concat(
                        Stream.ofNullable(beside).map(BigDecimal::new),
                        family(source).map(fact -> money(fact, item)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    /** Those who count share what they have. */
    private Stream<Fact> family(KnownSource source) {
        Function<StatedSituation.Member, Stream<Fact>> of =
                one -> all(source, one.person(), said.members().indexOf(one) + 1).stream();
        return said.members().stream().filter(StatedSituation.Member::counts).flatMap(of);
    }

    private Optional<Fact> first(KnownSource source, StatedSituation.Member one, int number) {
        Optional<Fact> newest = known.of(source, one.person()).findFirst();
        newest.ifPresent(fact -> known(fact, number));
        return newest;
    }

    private List<Fact> all(KnownSource source, String person, int number) {
        List<Fact> facts = known.of(source, person).toList();
        facts.forEach(fact -> known(fact, number));
        return facts;
    }

    private void known(Fact fact, int number) {
        fact.items()
                .forEach(
                        (item, value) ->
                                inputs.add(
                                        new Input(
                                                fact.source().fills(), number, value, fact, item)));
    }

    private @Nullable String told(String name, @Nullable Integer number, @Nullable String value) {
        return value == null ? null : stated(name, number, value);
    }

    private <V> V stated(String name, @Nullable Integer number, V value) {
        inputs.add(new Input(name, number, value.toString(), null, null));
        return value;
    }

    private static BigDecimal money(Fact fact, String item) {
        return new BigDecimal(fact.items().getOrDefault(item, "0"));
    }

    private static String item(Fact fact, String name) {
        return Objects.requireNonNull(fact.items().get(name), name);
    }
}
