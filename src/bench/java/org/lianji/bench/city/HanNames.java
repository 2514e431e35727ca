package org.lianji.bench.city;

/** Han names (Manchu and Hui people bear the like), by sex and the fashion of the birth year. */
final class HanNames {

    private static final Odds SURNAMES =
            Odds.of(
                    """
                    王 92, 李 84, 张 88, 刘 66, 赵 44, 杨 36, 陈 28, 郭 27, 孙 24, 高 24, 马 20, 武 15,
                    周 15, 徐 14, 吴 14, 胡 13, 郝 13, 任 13, 梁 12, 韩 12, 田 11, 宋 11, 冯 11, 贾 11,
                    温 10, 董 10, 袁 9, 曹 9, 许 9, 邢 8, 范 8, 薛 8, 苏 8, 史 8, 白 8, 吕 7, 石 7,
                    闫 7, 乔 7, 侯 7, 牛 7, 崔 7, 康 6, 段 6, 杜 6, 云 6, 于 6, 何 6, 郑 6, 罗 5,
                    谢 5, 孟 5, 樊 5, 潘 4, 魏 6, 常 5, 姚 5, 姜 4, 唐 4, 邓 3, 贺 5, 安 4,
                    丁 3, 程 4, 卢 3, 尹 3, 祁 4, 霍 3, 智 2, 聂 3, 秦 4, 蔺 2, 弓 2, 银 1, 岳 3,
                    庞 2, 龚 2, 邬 3, 靳 3, 欧阳 1, 司马 0.3, 令狐 0.3\
                    """);

    private static final Odds MANCHU = Odds.of("关 20, 佟 14, 那 10, 金 12, 赵 14, 富 8, 白 6, 曹 8");
    private static final Odds HUI =
            Odds.of("马 40, 杨 8, 白 8, 丁 6, 海 4, 沙 3, 哈 2, 王 8, 张 6, 李 6, 穆 4");

    private static final String[][] MALE = {
        {"福贵财有明德生根全宝山海成忠义文庆富元占永秉兴进", "富贵财元明德生根全宝山河成林义祥云海旺才亮喜小"},
        {"建国志文利永俊晓占金玉海春卫爱新振", "军国强平伟明忠刚林民华东兵文斌云龙喜"},
        {"志建海晓俊文永利小国立宏", "伟强磊鹏超杰勇涛斌波飞宇凯峰龙刚亮东"},
        {"子宇浩梓俊嘉博泽一思明瑞", "轩豪杰宇涵睿辰航阳凯博泽然霖"}
    };

    private static final String[][] FEMALE = {
        {"桂秀玉凤兰翠巧改果二三金银月素", "英兰花珍梅莲香芳娥枝仙女清连"},
        {"丽秀美玉红海春建晓俊爱素淑", "玲红燕霞梅萍芳丽英琴华平花林"},
        {"丽晓海雪慧文美彩小艳", "娜静敏艳娟婷丽霞燕颖芳琴云慧"},
        {"梓欣诗雨思佳若紫语依可", "涵怡彤桐雯琪萱妍瑶馨轩睿"}
    };

    private HanNames() {}

    static String surname(Nation nation, Dice dice) {
        return switch (nation) {
            case MANCHU -> MANCHU.draw(dice);
            case HUI -> HUI.draw(dice);
            case HAN, MONGOL -> SURNAMES.draw(dice);
        };
    }

    static String given(Sex sex, int birthYear, Dice dice) {
        int fashion = birthYear < 1960 ? 0 : birthYear < 1980 ? 1 : birthYear < 2003 ? 2 : 3;
        String[] parts = (sex == Sex.MALE ? MALE : FEMALE)[fashion];
        double single = fashion == 2 ? 0.42 : fashion == 1 ? 0.28 : 0.13;
        String last = one(parts[1], dice);
        if (dice.chance(single)) {
            return last;
        }
        String first = one(parts[0], dice);
        return fashion == 3 && dice.chance(0.12) ? last + last : first + last;
    }

    private static String one(String characters, Dice dice) {
        int at = dice.below(characters.length());
        return characters.substring(at, at + 1);
    }
}
