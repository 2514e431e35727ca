package org.lianji.people;

import org.jspecify.annotations.Nullable;

/** One line of the official hierarchy. */
record Region(String code, String name, Level level, @Nullable String parent) {

    enum Level {
        PROVINCE("特别行政区", "自治区", "省", "市"),
        PREFECTURE("自治州", "地区", "盟", "市", "区", "县"),
        COUNTY("自治旗", "自治县", "旗", "县", "区", "市", "镇"),
        TOWNSHIP("苏木", "民族乡", "乡", "镇", "街道", "开发区", "园区", "园", "牧场"),
        VILLAGE("嘎查", "社区", "居", "村", "园");

        private final String[] words;

        Level(String... words) {
            this.words = words;
        }
    }

    /** The committee that speaks for a village is no part of its kind: 某某嘎查村民委员会 is a 嘎查. */
    String levelWord() {
        String place =
                level == Level.VILLAGE ? name.replaceAll("(村民|居民|村|居|民)?(委员会|委会)$", "") : name;
        for (String word : level.words) {
            if (place.endsWith(word)) {
                return word;
            }
        }
        return level != Level.VILLAGE
                ? level.words[level.words.length - 1]
                : name.contains("居民委员会") ? "社区" : "村";
    }
}
