package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** Market entities and who owns or runs them. */
final class BusinessRows implements Source {

    private static final Odds TRADES = Odds.of(
            "超市 16, 餐饮店 18, 五金店 8, 理发店 8, 服装店 10, 汽修部 8, 农资店 8, 货运部 8, 烟酒店 10, 建材店 6");
    private static final Odds LINES = Odds.of("商贸 26, 农牧业 20, 建筑 14, 运输 14, 餐饮管理 8, 劳务 10, 科技 8");

    private final Today today;

    BusinessRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            boolean poor = family.aid().dibao() || family.aid().kind() == AidKind.EXTREME;
            for (Person person : family.living()) {
                if (today.age(person.birth()) >= 20) {
                    business(kin, person, poor, rows, dice);
                }
            }
        }
    }

    private void business(Kin kin, Person person, boolean poor, Rows rows, Dice dice) {
        if (poor) {
            if (dice.chance(0.012)) {
                entity(kin, person, "LIMITED_COMPANY", "SHAREHOLDER", "CANCELLED", rows, dice);
            }
        } else if (person.job() == Job.SELF_EMPLOYED) {
            boolean company = dice.chance(0.22);
            if (company || dice.chance(person.inCity() ? 0.85 : 0.3)) {
                entity(kin, person, company ? "LIMITED_COMPANY" : "INDIVIDUAL_BUSINESS",
                        company ? "LEGAL_REPRESENTATIVE" : "OPERATOR", "ACTIVE", rows, dice);
            }
        } else if (dice.chance(person.job() == Job.FARMER ? 0.05 : person.job().working() ? 0.03 : 0.004)) {
            boolean farm = person.job() == Job.FARMER;
            entity(kin, person, farm ? "COOPERATIVE" : dice.chance(0.5) ? "LIMITED_COMPANY" : "INDIVIDUAL_BUSINESS",
                    farm ? "SHAREHOLDER" : dice.chance(0.5) ? "SHAREHOLDER" : "EXECUTIVE",
                    dice.chance(0.75) ? "ACTIVE" : dice.chance(0.8) ? "CANCELLED" : "REVOKED", rows, dice);
        }
    }

    Row entity(Kin kin, Person person, String type, String role, String state, Rows rows, Dice dice) {
        String county = person.county().code();
        boolean individual = type.equals("INDIVIDUAL_BUSINESS");
        boolean cooperative = type.equals("COOPERATIVE");
        String kind = individual ? UnifiedCodes.INDIVIDUAL
                : cooperative ? UnifiedCodes.COOPERATIVE : UnifiedCodes.COMPANY;
        String uscc = UnifiedCodes.of(kind, county, 1_000_000 + kin.no() * 16 + person.index());
        String trade = person.name().substring(0, 1) + dice.pick("记", "家", "氏", "兴", "达", "源");
        String name = person.county().name() + trade + (individual
                ? TRADES.draw(dice)
                : cooperative ? "种养殖农民专业合作社" : LINES.draw(dice) + "有限责任公司");
        double capital = individual ? 10_000 * dice.between(1, 20) : 100_000 * dice.between(1, 50);
        LocalDate registered = today.ago(dice.between(90, 4200));
        LocalDate ended = registered.plusDays(dice.between(60, 2000));
        Optional<LocalDate> until = state.equals("ACTIVE")
                ? Optional.empty()
                : Optional.of(Today.earlier(ended, today.yesterday()));
        return rows.addUntil("SJ01", person, today.recorded(until.orElse(registered), dice), registered, until,
                uscc, name, type, individual && !role.equals("OPERATOR") ? "OPERATOR" : role,
                Text.yuan(capital), state, registered);
    }
}
