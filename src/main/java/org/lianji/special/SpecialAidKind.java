package org.lianji.special;

import java.util.List;

/** Kinds of special assistance, each decided by one department (社会救助法 §§24-28). */
enum SpecialAidKind {
    MEDICAL("YB", "YB01", "YB02", "YB04"),
    EDUCATION("JY", "JY02", "JY03", "JY04"),
    HOUSING("ZJ", "ZJ01", "ZJ02"),
    EMPLOYMENT("RS", "RS04", "RS05"),
    DISASTER("YJ", "YJ01", "YJ02");

    private final String department;
    private final List<String> categories;

    SpecialAidKind(String department, String... categories) {
        this.department = department;
        this.categories = List.of(categories);
    }

    /** {@return code of the department that decides it} */
    String department() {
        return department;
    }

    /** {@return codes of the categories whose records tell what was given} */
    List<String> categories() {
        return categories;
    }
}
