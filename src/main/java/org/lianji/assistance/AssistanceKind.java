package org.lianji.assistance;

import org.lianji.eligibility.EligibilityKind;

import java.util.List;

/** What is applied for. */
enum AssistanceKind {
    MINIMUM_LIVING(EligibilityKind.MINIMUM_LIVING, EligibilityKind.SINGLE_PERSON);

    private final List<EligibilityKind> rules;

    AssistanceKind(EligibilityKind... rules) {
        this.rules = List.of(rules);
    }

    /** {@return what the family qualifies for where it is granted, the first that holds} */
    List<EligibilityKind> rules() {
        return rules;
    }
}
