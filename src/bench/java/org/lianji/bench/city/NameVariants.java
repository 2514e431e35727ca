package org.lianji.bench.city;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a clerk elsewhere may write a name: another character of that sound, the old form, another
 * transliteration.
 */
final class NameVariants {

    private static final Map<String, String> HOMOPHONES =
            pairs(
                    """
                    英瑛 玲铃 军君 伟炜 丽莉 秀绣 芳方 兰蓝 玉钰 志智 建健 明鸣 文雯 永咏 福富 桂贵 生升
                    平萍 静婧 燕艳 红虹 花华 杰洁 涛焘 波博 慧惠 颖影 宇羽 子紫 梓子 浩昊 轩宣 欣心 怡仪
                    诗思 涵晗 春椿 凤奉 珍真 成诚 德得 有友 忠中 全泉 元园 占战 俊峻 晓小 利力 莲连 娥俄
                    枝芝 翠粹 巧俏 金今 银寅 月悦 素苏 喜禧 旺望 才财 亮量 林霖 祥详 刚钢 斌彬 龙隆 海亥
                    飞非 峰锋 超钞 凯恺 鹏朋 勇咏 敏闽 娟鹃 婷亭 霞侠 梅玫 琴勤 云芸 娜那 辰晨 航杭\
                    """);

    private static final Map<String, String> TRADITIONAL =
            pairs(
                    """
                    国國 贵貴 财財 宝寶 义義 庆慶 云雲 兰蘭 凤鳳 红紅 丽麗 静靜 军軍 伟偉 强強 杰傑 涛濤
                    飞飛 刘劉 张張 陈陳 赵趙 杨楊 孙孫 马馬 吴吳 郑鄭 乔喬 贾賈 冯馮 韩韓 苏蘇 卢盧 邓鄧
                    庞龐 龚龔 谢謝 罗羅 尹尹 华華 东東 兴興 进進 爱愛 卫衛 银銀 莲蓮 连連 艳艷 娇嬌 颖穎
                    龙龍 刚剛 超超 晓曉 紫紫 语語 诗詩 泽澤 豪豪 轩軒 航航 阳陽 凯凱 邬鄔 聂聶 蔺藺 樊樊\
                    """);

    private static final Map<String, String> TRANSLITERATIONS =
            pairs(
                    """
                    巴特尔:巴图尔 其其格:琪琪格 图雅:托娅 托娅:图雅 朝鲁:朝洛 额尔敦:额尔登 额尔登:额尔敦
                    乌云:乌荣 格日勒:格日乐 苏和:苏赫 孟和:蒙和 孟克:蒙克 娜仁:那仁 斯琴:斯钦 阿拉腾:阿拉坦
                    巴雅尔:巴雅日 宝音:宝因 吉日嘎拉:吉日格勒 呼和:胡和 布和:布赫 布仁:宝仁 特木尔:铁木尔
                    道尔吉:道日吉 乌力吉:乌勒吉 恩和:恩克 达来:达赉 青格勒:清格乐 青格乐:青格勒 那顺:纳顺
                    敖登:敖敦 萨仁:萨日 高娃:高瓦 索布德:苏布德 萨如拉:萨茹拉 敖特根:敖特更 哈斯:哈斯\
                    """);

    private NameVariants() {}

    static Optional<String> homophone(String name) {
        return swapLast(name, HOMOPHONES);
    }

    static Optional<String> traditional(String name) {
        return swapLast(name, TRADITIONAL);
    }

    static Optional<String> transliteration(String name) {
        return TRANSLITERATIONS.entrySet().stream()
                .filter(pair -> name.contains(pair.getKey()))
                .map(pair -> name.replace(pair.getKey(), pair.getValue()))
                .filter(variant -> !variant.equals(name))
                .findFirst();
    }

    static Optional<String> withoutDot(String name) {
        return name.contains("·") ? Optional.of(name.replace("·", "")) : Optional.empty();
    }

    /** The last character that has a twin; a clerk mishears given names more than surnames. */
    private static Optional<String> swapLast(String name, Map<String, String> twins) {
        for (int i = name.length() - 1; i >= 0; i--) {
            String twin = twins.get(name.substring(i, i + 1));
            if (twin != null) {
                return Optional.of(name.substring(0, i) + twin + name.substring(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new TreeMap<String, String>();
        for (String pair : text.strip().split("\\s+")) {
            int cut = pair.contains(":") ? pair.indexOf(':') : 1;
            String right = pair.substring(pair.contains(":") ? cut + 1 : cut);
            if (!pair.substring(0, cut).equals(right)) {
                pairs.put(pair.substring(0, cut), right);
            }
        }
        return pairs;
    }
}
