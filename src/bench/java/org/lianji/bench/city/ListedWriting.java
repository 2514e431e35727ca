package org.lianji.bench.city;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;

import org.lianji.bench.city.ListedRow.Flaw;
import org.lianji.bench.city.PersonLists.Citizen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How one row about somebody is written: each item right, or with one of its errors. */
final class ListedWriting {

    private static final double MOST = 0.9;
    private static final int GROWN_OLD = 50;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Of the generator's own, so that no table of the linker is measured on itself. */
    private static final Map<String, String> LOOK_ALIKES = new TreeMap<>();

    static {
        for (String pair :
                ("琪淇 浩诰 婷停 明朋 英莫 花化 杰木 梅海 海梅 涛铸 波披 婧靖 林材 春舂 志忐 建健 贵责 秀季 桂挂 红江 敏敬 静净 洋详"
                                + " 凤风 文丈 永水 福副 芳芬 军车 丽俪 伟伪 玲铃 玉王 金全 兰三 云去 强张 磊垒 宇字 子了 生主 根恨")
                        .split(" ")) {
            LOOK_ALIKES.put(pair.substring(0, 1), pair.substring(1));
        }
    }

    private final Citizen of;
    private final List<Citizen> family;
    private final Dice dice;
    private final double quality;
    private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);

    ListedWriting(Citizen of, List<Citizen> family, Dice dice, double quality) {
        this.of = of;
        this.family = family;
        this.dice = dice;
        this.quality = quality;
    }

    /**
     * @param number the person's, or whose they have by an old mistake
     * @param numberless how often this list has none
     * @param nicknames whether people are written as they are called
     */
    ListedRow row(String list, String number, double numberless, boolean nicknames) {
        if (!number.equals(of.number())) {
            flaws.add(Flaw.NUMBER_SHARED);
        }
        String name = name(nicknames);
        String sex = dice.chance(0.1) ? "" : err(0.003) ? otherSex() : of.sex();
        String birth = birth();
        String place = place();
        String phone = phone();
        String written = number(number, numberless);
        return new ListedRow(list, of.number(), name, sex, birth, place, phone, written, flaws);
    }

    private String otherSex() {
        return of.sex().equals("MALE") ? "FEMALE" : "MALE";
    }

    private boolean err(double share) {
        return dice.chance(Math.min(share * quality, MOST));
    }

    /** An error only where the item can have it. */
    private Optional<String> flawed(Flaw flaw, double share, Optional<String> written) {
        if (err(share) && written.isPresent()) {
            flaws.add(flaw);
            return written;
        }
        return Optional.empty();
    }

    private Optional<String> flawed(Flaw flaw, double share, String written) {
        return flawed(flaw, share, Optional.of(written));
    }

    private String name(boolean nicknames) {
        String name = of.name();
        boolean mongol = of.nation().equals("MONGOL");
        return flawed(Flaw.NAME_FORMER, 0.01, former(name))
                .or(() -> flawed(Flaw.NAME_NICKNAME, nicknames ? 0.03 : 0, nickname(name)))
                .or(() -> flawed(Flaw.NAME_MONGOL_SPELLING, mongol ? 0.08 : 0, mongol(name)))
                .or(() -> flawed(Flaw.NAME_HOMOPHONE, 0.008, NameVariants.homophone(name)))
                .or(() -> flawed(Flaw.NAME_LOOK_ALIKE, 0.005, lookAlike(name)))
                .or(() -> flawed(Flaw.NAME_TRADITIONAL, 0.003, NameVariants.traditional(name)))
                .or(() -> flawed(Flaw.NAME_NOT_TYPED, 0.003, notTyped(name)))
                .or(() -> flawed(Flaw.NAME_MIDDLE_MISSING, 0.002, middleMissing(name)))
                .orElse(name);
    }

    private Optional<String> former(String name) {
        return of.nation().equals("MONGOL") || name.length() > 3
                ? Optional.empty()
                : Optional.of(
                        name.substring(0, 1)
                                + HanNames.given(
                                        Sex.valueOf(of.sex()), of.born().getYear() - 20, dice));
    }

    private Optional<String> nickname(String name) {
        return Optional.of(
                dice.chance(0.5)
                        ? (TODAY.getYear() - of.born().getYear() > GROWN_OLD ? "老" : "小")
                                + name.substring(0, 1)
                        : name.substring(name.length() - 1).repeat(2));
    }

    private Optional<String> mongol(String name) {
        Optional<String> otherwise =
                NameVariants.withoutDot(name).or(() -> NameVariants.transliteration(name));
        return name.length() > 3 && dice.chance(0.4)
                ? Optional.of(name.substring(0, name.length() - 1))
                : otherwise;
    }

    private static Optional<String> lookAlike(String name) {
        for (int at = name.length() - 1; at >= 0; at--) {
            String twin = LOOK_ALIKES.get(name.substring(at, at + 1));
            if (twin != null) {
                return Optional.of(name.substring(0, at) + twin + name.substring(at + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> notTyped(String name) {
        return Optional.of(name.substring(0, name.length() - 1) + dice.pick("?", "▲", "*"));
    }

    private static Optional<String> middleMissing(String name) {
        return name.length() == 3
                ? Optional.of(name.charAt(0) + name.substring(2))
                : Optional.empty();
    }

    private String birth() {
        LocalDate day = of.born();
        boolean old = TODAY.getYear() - day.getYear() >= GROWN_OLD;
        return flawed(Flaw.BIRTH_MISSING, 0.03, "")
                .or(() -> flawed(Flaw.BIRTH_OTHER_DAY, 0.01, otherDay(day)))
                .or(() -> flawed(Flaw.BIRTH_LUNAR, old ? 0.03 : 0.008, lunar(day)))
                .or(() -> flawed(Flaw.BIRTH_YEAR_OFF, 0.005, yearOff(day)))
                .or(() -> flawed(Flaw.BIRTH_FIRST_OF_JANUARY, 0.005, day.getYear() + "-01-01"))
                .or(() -> flawed(Flaw.BIRTH_SWAPPED, 0.002, swapped(day)))
                .orElse(day.toString());
    }

    private String otherDay(LocalDate day) {
        return day.plusDays(dice.between(1, 1000) * (dice.chance(0.5) ? 1 : -1)).toString();
    }

    private String yearOff(LocalDate day) {
        return day.plusYears(dice.chance(0.5) ? 1 : -1).toString();
    }

    private static Optional<String> swapped(LocalDate day) {
        return day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue()
                ? Optional.of(
                        LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
                                .toString())
                : Optional.empty();
    }

    private static Optional<String> lunar(LocalDate day) {
        LunarDay lunar =
                SolarDay.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
                        .getLunarDay();
        try {
            return Optional.of(
                    LocalDate.of(lunar.getYear(), Math.abs(lunar.getMonth()), lunar.getDay())
                            .toString());
        } catch (DateTimeException e) {
            return Optional.empty(); // a thirtieth of the second month
        }
    }

    private String place() {
        String lives = of.lives().isEmpty() ? of.home() : of.lives();
        if (lives.isEmpty()) {
            return "";
        }
        String county = lives.substring(0, 6);
        return flawed(Flaw.PLACE_MISSING, 0.1, "")
                .or(() -> flawed(Flaw.PLACE_COUNTY, 0.1, county + "000000"))
                .or(
                        () ->
                                flawed(
                                        Flaw.PLACE_REGISTERED,
                                        0.15,
                                        Optional.of(of.home())
                                                .filter(
                                                        home ->
                                                                !home.isEmpty()
                                                                        && !home.equals(lives))))
                .or(() -> flawed(Flaw.PLACE_OLD_CODE, 0.03, county + "8" + lives.substring(7)))
                .or(
                        () ->
                                flawed(
                                        Flaw.PLACE_OTHER_VILLAGE,
                                        0.003,
                                        lives.substring(0, 9) + "2" + lives.substring(10)))
                .orElse(lives);
    }

    private String phone() {
        return flawed(Flaw.PHONE_MISSING, 0.3, "")
                .or(() -> flawed(Flaw.PHONE_OF_HOUSEHOLD, 0.25, phone("f" + of.family())))
                .or(() -> flawed(Flaw.PHONE_OF_CADRE, 0.005, phone("v" + of.lives())))
                .or(() -> flawed(Flaw.PHONE_OLD, 0.15, phone("o" + of.number())))
                .orElseGet(() -> phone("p" + of.number()));
    }

    /** The same for the same owner, and hardly for another. */
    private static String phone(String owner) {
        Dice own =
                Dice.of(owner.hashCode(), owner.length() * 31L + owner.charAt(owner.length() - 1));
        return own.pick("139", "150", "158", "186", "187") + (10_000_000 + own.below(90_000_000));
    }

    private String number(String number, double numberless) {
        return flawed(Flaw.NUMBER_MISSING, numberless, "")
                .or(() -> flawed(Flaw.NUMBER_WRONG_DIGIT, 0.015, wrongDigit(number)))
                .or(() -> flawed(Flaw.NUMBER_SWAPPED_DIGITS, 0.005, swappedDigits(number)))
                .or(() -> flawed(Flaw.NUMBER_OF_FAMILY, 0.003, ofFamily()))
                .or(() -> flawed(Flaw.NUMBER_15_DIGITS, 0.002, short15(number)))
                .or(() -> flawed(Flaw.NUMBER_PLACEHOLDER, 0.002, "0".repeat(18)))
                .orElse(number);
    }

    private String wrongDigit(String number) {
        int at = dice.between(6, 16);
        int digit = (number.charAt(at) - '0' + dice.between(1, 9)) % 10;
        return number.substring(0, at) + digit + number.substring(at + 1);
    }

    private static Optional<String> swappedDigits(String number) {
        for (int at = 15; at >= 6; at--) {
            if (number.charAt(at) != number.charAt(at + 1)) {
                return Optional.of(
                        number.substring(0, at)
                                + number.charAt(at + 1)
                                + number.charAt(at)
                                + number.substring(at + 2));
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofFamily() {
        List<Citizen> others =
                family.stream().filter(one -> !one.number().equals(of.number())).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(dice.pick(others).number());
    }

    private static Optional<String> short15(String number) {
        return number.startsWith("19", 6)
                ? Optional.of(number.substring(0, 6) + number.substring(8, 17))
                : Optional.empty();
    }
}
