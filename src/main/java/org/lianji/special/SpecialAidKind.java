package org.lianji.special;

/** Kinds of special assistance, each decided by one department (社会救助法 §§24-28). */
enum SpecialAidKind {
    MEDICAL("YB"),
    EDUCATION("JY"),
    HOUSING("ZJ"),
    EMPLOYMENT("RS"),
    DISASTER("YJ");

    private final String department;

    SpecialAidKind(String department) {
        this.department = department;
    }

    /** {@return code of the department that decides it} */
    String department() {
        return department;
    }
}
