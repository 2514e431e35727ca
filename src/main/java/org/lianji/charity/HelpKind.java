package org.lianji.charity;

/** What help consists of, and what it is counted in (民发〔2023〕46号; 服务类社会救助). */
public enum HelpKind {
    FOOD(HelpForm.GOODS, HelpUnit.PIECE),
    CLOTHING(HelpForm.GOODS, HelpUnit.PIECE),
    FUEL(HelpForm.GOODS, HelpUnit.PIECE),
    AIDS(HelpForm.GOODS, HelpUnit.PIECE),
    SCHOOL_THINGS(HelpForm.GOODS, HelpUnit.PIECE),
    TREATMENT_MONEY(HelpForm.MONEY, HelpUnit.YUAN),
    STUDY_MONEY(HelpForm.MONEY, HelpUnit.YUAN),
    LIVING_MONEY(HelpForm.MONEY, HelpUnit.YUAN),
    DAILY_CARE(HelpForm.SERVICE, HelpUnit.HOUR),
    COMPANY(HelpForm.SERVICE, HelpUnit.VISIT),
    COUNSELLING(HelpForm.SERVICE, HelpUnit.VISIT),
    REHABILITATION(HelpForm.SERVICE, HelpUnit.VISIT),
    SKILLS(HelpForm.SERVICE, HelpUnit.HOUR),
    TRANSPORT(HelpForm.SERVICE, HelpUnit.VISIT),
    MINOR_BUILDING(HelpForm.SERVICE, HelpUnit.VISIT);

    private final HelpForm form;
    private final HelpUnit unit;

    HelpKind(HelpForm form, HelpUnit unit) {
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
        PIECE,
        YUAN,
        HOUR,
        VISIT
    }

    /** {@return whether a household needs it once, whoever of it asks} */
    public boolean shared() {
        return switch (this) {
            case FOOD, FUEL, LIVING_MONEY, MINOR_BUILDING -> true;
            default -> false;
        };
    }

    public HelpForm form() {
        return form;
    }

    public HelpUnit unit() {
        return unit;
    }
}
