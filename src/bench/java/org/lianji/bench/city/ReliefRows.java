package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Temporary relief, and help for people found on the road. */
final class ReliefRows implements Source {

    private static final Odds CAUSES = Odds.of(
            "MISFORTUNE 12, ACCIDENT 22, UNEMPLOYMENT 12, EDUCATION 8, DISASTER 6, OTHER 8");
    private static final Odds GOODS = Odds.of("米面油 40, 棉被棉衣 25, 取暖煤 20, 药品 10, 生活用品包 10");
    private static final Odds ROAD = Odds.of("TICKET 40, ESCORT 15, CONTACT 30, FAMILY_TRACING 15");

    private final Today today;

    ReliefRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            if (family.inCity() && !family.living().isEmpty() && dice.chance(share(family))) {
                relief(family, rows, dice);
            }
        }
        Person someone = kin.people().getFirst();
        if (dice.chance(0.0022)) {
            found(someone, dice.chance(0.3), rows, dice);
        }
    }

    private static double share(Family family) {
        boolean grave = family.anyone(person -> person.health().seriouslyIll());
        return switch (family.aid().kind()) {
            case DIBAO, EXTREME -> 0.16;
            case MARGIN, RIGID -> 0.4;
            case FORMER, REFUSED -> 0.14;
            case NONE -> grave ? 0.12 : 0.045;
        };
    }

    Row relief(Family family, Rows rows, Dice dice) {
        Person person = family.applicant(today);
        boolean ill = family.anyone(member -> member.health().seriouslyIll());
        boolean expenditure = ill && dice.chance(0.7) || dice.chance(0.25);
        boolean first = !expenditure && dice.chance(0.35);
        LocalDate granted = today.ago(dice.between(4, 640));
        int amount = 100 * dice.between(5, expenditure ? 120 : first ? 20 : 50);
        return rows.add(
                "MZ05",
                person,
                granted,
                granted,
                expenditure ? "EXPENDITURE" : "EMERGENCY",
                ill ? "ILLNESS" : CAUSES.draw(dice),
                first,
                family.village().code(),
                Text.yuan(amount),
                dice.chance(0.12) ? GOODS.draw(dice) : "",
                Text.instant(granted, dice),
                first ? granted.plusDays(14) : "",
                first ? paperwork(granted, dice) : "",
                family.aid().kind() == AidKind.NONE && dice.chance(0.1) ? "SPECIAL_ASSISTANCE" : "NONE");
    }

    private Object paperwork(LocalDate granted, Dice dice) {
        LocalDate done = granted.plusDays(dice.between(3, 15));
        return dice.chance(0.9) && done.isBefore(today.date()) ? done : "";
    }

    /** Most come from elsewhere; some never say who they are. */
    private void found(Person local, boolean unknown, Rows rows, Dice dice) {
        County county = local.hukou().village().county();
        LocalDate found = today.ago(dice.between(8, 900));
        LocalDate left = Today.earlier(found.plusDays(dice.between(1, 9)), today.yesterday());
        String temporary = "LS" + county.code() + String.valueOf(1_000_000 + dice.below(1_000_000));
        boolean known = !unknown && local.registered() && local.alive();
        Optional<LocalDate> until = known ? Optional.of(left) : Optional.empty();
        Object[] items = {
            temporary,
            known,
            Text.instant(found, dice),
            local.hukou().village().township().region(),
            county.isPrefectureSeat() ? "乌兰察布市救助管理站" : county.name() + "救助管理站",
            known
                    ? List.of("FOOD", "SHELTER", ROAD.draw(dice))
                    : List.of("FOOD", "SHELTER", "MEDICAL", "FAMILY_TRACING"),
            known ? left : "",
            ""
        };
        if (known) {
            rows.addUntil("MZ06", local, left, found, until, items);
        } else {
            rows.anyone("MZ06", "", "无名氏", left, found, until, items);
        }
    }
}
