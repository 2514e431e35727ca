package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.eligibility.EligibilityKind;
import org.lianji.eligibility.KnownSource;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is applied for: the same way to the decision, each with its rules, its clocks and its
 * record.
 */
public enum AssistanceKind {
    /** 最低生活保障审核确认办法. */
    MINIMUM_LIVING(
            "MZ01",
            true,
            Clocks.OF_MINIMUM_LIVING,
            EligibilityKind.MINIMUM_LIVING,
            EligibilityKind.SINGLE_PERSON),
    /** 特困人员认定办法: of one person, whose self-care is graded; no file of rules is about it. */
    EXTREME_HARDSHIP(
            "MZ02", true, new Clocks(null, null, null, "TK_SURVEY", "TK_NOTICE", "TK_COUNTY")),
    /** 最低生活保障审核确认办法 §8: recognised on the same way, and paid nothing. */
    MARGIN_FAMILY("MZ03", false, Clocks.OF_MINIMUM_LIVING, EligibilityKind.MARGIN_FAMILY),
    /** 刚性支出困难家庭认定办法: recognised for twelve months at most. */
    RIGID_EXPENDITURE(
            "MZ04",
            false,
            new Clocks("GX_TOTAL", null, null, null, "GX_NOTICE", null),
            EligibilityKind.RIGID_EXPENDITURE),
    /**
     * 民政部、财政部关于进一步健全完善临时救助制度的意见 (2026), 支出型: of a family that is recognised, of whom nothing but
     * what they have to spend is looked at; paid at once, or in parts.
     */
    EXPENDITURE_RELIEF("MZ05", true, new Clocks("LS_TOTAL", null, null, null, "LS_NOTICE", null));

    private final String category;
    private final boolean paid;
    private final Clocks clocks;
    private final List<EligibilityKind> rules;

    AssistanceKind(String category, boolean paid, Clocks clocks, EligibilityKind... rules) {
        this.category = category;
        this.paid = paid;
        this.clocks = clocks;
        this.rules = List.of(rules);
    }

    /**
     * The law's times; null where it sets none.
     *
     * @param total from acceptance to the decision
     * @param survey until somebody was at the door
     * @param check until the county has had it checked
     * @param opinion from acceptance until the town has formed its opinion
     * @param notice as long as it is published
     * @param county until the county has decided
     */
    record Clocks(
            @Nullable String total,
            @Nullable String survey,
            @Nullable String check,
            @Nullable String opinion,
            String notice,
            @Nullable String county) {

        static final Clocks OF_MINIMUM_LIVING =
                new Clocks(
                        "DB_TOTAL",
                        "DB_SURVEY_START",
                        "DB_CHECK_START",
                        null,
                        "DB_NOTICE",
                        "DB_COUNTY");
    }

    /** {@return code of the category that its decisions are written into} */
    public String category() {
        return category;
    }

    /** {@return what it is called in Chinese} */
    public String zh() {
        return switch (this) {
            case MINIMUM_LIVING -> "最低生活保障";
            case EXTREME_HARDSHIP -> "特困人员救助供养";
            case MARGIN_FAMILY -> "最低生活保障边缘家庭认定";
            case RIGID_EXPENDITURE -> "刚性支出困难家庭认定";
            case EXPENDITURE_RELIEF -> "支出型临时救助";
        };
    }

    /** {@return of which kind its public notices are} */
    public String notice() {
        return switch (this) {
            case MINIMUM_LIVING -> "DIBAO";
            case EXTREME_HARDSHIP -> "EXTREME_HARDSHIP";
            case MARGIN_FAMILY -> "MARGIN";
            case RIGID_EXPENDITURE -> "RIGID_EXPENDITURE";
            case EXPENDITURE_RELIEF -> "TEMPORARY_RELIEF";
        };
    }

    /** {@return whether money is paid by it} */
    boolean paid() {
        return paid;
    }

    /** {@return whether money is paid by it every month, until it is ended} */
    boolean lasts() {
        return paid && !ofSpending();
    }

    /** {@return whether nothing but what the family has to spend is looked at} */
    public boolean ofSpending() {
        return this == EXPENDITURE_RELIEF;
    }

    /** {@return what the library is asked about a family} */
    List<KnownSource> sources() {
        return ofSpending()
                ? List.of(KnownSource.TREATMENT, KnownSource.REHABILITATION)
                : List.of(KnownSource.values());
    }

    /** {@return whether a county may let its towns decide it (最低生活保障审核确认办法 §4)} */
    boolean delegable() {
        return clocks.equals(Clocks.OF_MINIMUM_LIVING);
    }

    Clocks clocks() {
        return clocks;
    }

    /** {@return all clocks that there are of some kinds} */
    @SafeVarargs
    static String[] clocks(Function<Clocks, @Nullable String>... which) {
        return Stream.of(which)
                .flatMap(one -> Stream.of(values()).map(kind -> one.apply(kind.clocks)))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }

    /** {@return what the family qualifies for where it is granted, the first that holds} */
    List<EligibilityKind> rules() {
        return rules;
    }
}
