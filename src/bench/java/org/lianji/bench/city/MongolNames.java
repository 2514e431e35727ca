package org.lianji.bench.city;

/**
 * Mongol names as registers transliterate them: one name, no surname; a few write the father's too.
 */
final class MongolNames {

    private static final String[] MALE = {
        "巴特尔", "苏和", "朝鲁", "宝音", "布和", "哈斯", "呼和", "孟和", "那顺", "敖特根", "青格勒", "额尔敦", "格日勒图", "吉日嘎拉",
        "巴雅尔", "斯琴巴特尔", "孟克", "阿拉腾敖其尔", "巴图", "道尔吉", "特木尔", "乌力吉", "恩和", "达来", "牧仁", "布仁", "宝力道",
        "朝格图", "毕力格", "查干", "满都拉", "苏德", "吉雅", "阿古拉", "海日罕", "乌恩", "额尔登", "那日苏", "旭日干", "阿斯尔",
        "伊德尔", "哈日夫", "胡格吉勒", "都仁", "敖日格勒", "浩斯巴雅尔"
    };

    private static final String[] FEMALE = {
        "乌云其其格", "萨仁高娃", "图雅", "娜仁", "其木格", "斯琴", "高娃", "阿拉腾其其格", "乌日娜", "通拉嘎", "塔娜", "苏日娜",
        "哈斯其其格", "索布德", "萨如拉", "斯琴高娃", "娜仁花", "乌兰图雅", "萨日娜", "敖登", "敖登格日勒", "格日勒", "乌仁图雅", "阿茹娜",
        "阿木尔", "娜木汗", "奥云", "奥云其其格", "青格乐", "诺敏", "安吉尔", "南丁", "乌尼尔", "苏龙嘎", "德力格尔", "朝鲁门", "托娅",
        "呼斯楞", "娜日格勒", "照日格图", "金花", "银花"
    };

    private static final String[] MALE_SECOND = {"巴特尔", "巴雅尔", "图", "毕力格", "朝克图", "扎布"};
    private static final String[] FEMALE_SECOND = {"其其格", "高娃", "图雅", "花", "格日勒"};

    private MongolNames() {}

    /**
     * @param father how the child writes the father's name, if the family does so at all
     */
    static String name(Sex sex, String father, Dice dice) {
        String name = dice.pick(sex == Sex.MALE ? MALE : FEMALE);
        if (name.length() <= 2 && dice.chance(0.45)) {
            name += dice.pick(sex == Sex.MALE ? MALE_SECOND : FEMALE_SECOND);
        }
        if (!father.isEmpty()
                && !father.contains("·")
                && father.length() <= 4
                && dice.chance(0.08)) {
            return father + "·" + name;
        }
        return name;
    }
}
