package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** The list of policies: for each county twenty kinds of help, this year's and last year's. */
final class Policies {

    private static final String KINDS = """
            DIBAO|城市最低生活保障|u|家庭人均收入低于当地城市低保标准且财产符合规定
            DIBAO|农村最低生活保障|r|家庭人均收入低于当地农村低保标准且财产符合规定
            EXTREME_HARDSHIP|城市特困人员基本生活保障|U|无劳动能力、无生活来源、无法定义务人或义务人无履行能力
            EXTREME_HARDSHIP|农村特困人员基本生活保障|R|无劳动能力、无生活来源、无法定义务人或义务人无履行能力
            DIBAO_MARGIN|最低生活保障边缘家庭认定|0|人均收入高于低保标准但低于其1.5倍且财产符合规定
            RIGID_EXPENDITURE|刚性支出困难家庭认定|0|刚性支出占家庭总收入的比例达到规定
            TEMPORARY|急难型临时救助|2000|因突发事件、意外伤害、重大疾病等基本生活暂时出现严重困难
            TEMPORARY|支出型临时救助|8000|因教育、医疗等生活必需支出突然增加超出家庭承受能力
            ROAMING|生活无着流散人员救助|0|自身无力解决食宿、无亲友投靠且正在流浪乞讨度日
            CHILD_WELFARE|社会散居孤儿基本生活费|1550|失去父母、查找不到生父母的未满18周岁儿童
            CHILD_WELFARE|事实无人抚养儿童基本生活费|1550|父母双方均符合重残、重病、服刑、失联等情形之一
            DISABILITY|困难残疾人生活补贴|105|低保、低保边缘家庭中的残疾人
            DISABILITY|重度残疾人护理补贴|105|残疾等级为一级、二级，或三级智力、精神残疾
            OLD_AGE|高龄津贴|100|年满80周岁的户籍老年人
            MEDICAL|医疗救助|50000|低保、特困、边缘家庭等对象住院及门诊慢特病自付费用
            EDUCATION|家庭经济困难学生生活补助|1250|义务教育阶段家庭经济困难学生
            HOUSING|公共租赁住房租赁补贴|180|城镇住房困难的低收入家庭
            EMPLOYMENT|公益性岗位补贴|1980|就业困难人员、零就业家庭成员
            DISASTER|冬春生活救助|240|冬令春荒期间基本生活存在困难的受灾人员
            SERVICE|特困和低保失能对象入户服务|0|分散供养特困人员和低保家庭中的失能、独居对象
            """;

    private final Today today;

    Policies(Today today) {
        this.today = today;
    }

    void write(Regions regions, Rows rows, Dice dice) {
        for (County county : regions.counties()) {
            int number = 0;
            for (String kind : KINDS.lines().toList()) {
                number++;
                LocalDate from = LocalDate.of(today.date().getYear(), 1, 1);
                row(county, number, kind.split("\\|"), from, Optional.empty(), rows, dice);
                Optional<LocalDate> end = Optional.of(from.minusDays(1));
                row(county, number, kind.split("\\|"), from.minusYears(1), end, rows, dice);
            }
        }
    }

    private void row(
            County county,
            int number,
            String[] kind,
            LocalDate from,
            Optional<LocalDate> to,
            Rows rows,
            Dice dice) {
        rows.anyone(
                "MZ13",
                "",
                "",
                today.recorded(from, dice),
                from,
                to,
                county.code() + "-" + from.getYear() + "-" + Text.two(number),
                county.name() + kind[1],
                kind[0],
                county.region(),
                standard(kind[2], county, to.isPresent()),
                kind[3],
                "身份证;户口簿;申请书;授权书",
                "苏木乡镇人民政府（街道办事处）社会救助窗口；救助通",
                "12349",
                "乌民发〔" + from.getYear() + "〕" + number + "号（演示）",
                from,
                to);
    }

    /** Last year's standards were some four per cent lower. */
    private static String standard(String amount, County county, boolean former) {
        double now = switch (amount) {
            case "u" -> Standards.urban(county);
            case "r" -> Standards.rural(county);
            case "U" -> Standards.extreme(county, false);
            case "R" -> Standards.extreme(county, true);
            default -> Integer.parseInt(amount);
        };
        return now == 0 ? "" : Text.yuan(former ? Math.floor(now * 0.96) : now);
    }
}
