package org.lianji.charity;

/** What help consists of, and what it is counted in (民发〔2023〕46号; 服务类社会救助). */
public enum HelpKind {
    FOOD("食品", HelpForm.GOODS, HelpUnit.PIECE),
    CLOTHING("衣被", HelpForm.GOODS, HelpUnit.PIECE),
    FUEL("取暖燃料", HelpForm.GOODS, HelpUnit.PIECE),
    AIDS("辅助器具", HelpForm.GOODS, HelpUnit.PIECE),
    SCHOOL_THINGS("学习用品", HelpForm.GOODS, HelpUnit.PIECE),
    TREATMENT_MONEY("医疗资助", HelpForm.MONEY, HelpUnit.YUAN),
    STUDY_MONEY("助学资助", HelpForm.MONEY, HelpUnit.YUAN),
    LIVING_MONEY("生活资助", HelpForm.MONEY, HelpUnit.YUAN),
    DAILY_CARE("生活照料", HelpForm.SERVICE, HelpUnit.HOUR),
    COMPANY("探访陪伴", HelpForm.SERVICE, HelpUnit.VISIT),
    COUNSELLING("心理疏导", HelpForm.SERVICE, HelpUnit.VISIT),
    REHABILITATION("康复", HelpForm.SERVICE, HelpUnit.VISIT),
    SKILLS("能力提升", HelpForm.SERVICE, HelpUnit.HOUR),
    TRANSPORT("出行", HelpForm.SERVICE, HelpUnit.VISIT),
    MINOR_BUILDING("小型改造", HelpForm.SERVICE, HelpUnit.VISIT);

    private final String zh;
    private final HelpForm form;
    private final HelpUnit unit;

    HelpKind(String zh, HelpForm form, HelpUnit unit) {
        this.zh = zh;
        this.form = form;
        this.unit = unit;
    }

    /** Goods, money or a service. */
    public enum HelpForm {
        GOODS,
        MONEY,
        SERVICE
    }

    /** What it is counted in. */
    public enum HelpUnit {
        PIECE("件"),
        YUAN("元"),
        HOUR("小时"),
        VISIT("次");

        private final String zh;

        HelpUnit(String zh) {
            this.zh = zh;
        }

        /** {@return its name in Chinese} */
        public String zh() {
            return zh;
        }
    }

    /** Codes of the clocks of giving it, whoever gives. */
    public static final class Clocks {
        public static final String ANSWER = "HELP_ANSWER";
        public static final String REPORT = "HELP_REPORT";
        public static final String CONFIRM = "HELP_CONFIRM";

        private Clocks() {}
    }

    /** {@return whether a household needs it once, whoever of it asks} */
    public boolean shared() {
        return switch (this) {
            case FOOD, FUEL, LIVING_MONEY, MINOR_BUILDING -> true;
            default -> false;
        };
    }

    /** {@return its name in Chinese} */
    public String zh() {
        return zh;
    }

    public HelpForm form() {
        return form;
    }

    public HelpUnit unit() {
        return unit;
    }
}
