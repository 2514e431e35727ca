package org.lianji.informing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * As what a person or their family is recognised, and which kinds of policies are for them then.
 */
enum RecognisedStatus {
    DIBAO("MZ01", true, "DIBAO", "MEDICAL", "EDUCATION", "HOUSING", "EMPLOYMENT", "TEMPORARY"),
    EXTREME_HARDSHIP(
            "MZ02", false, "EXTREME_HARDSHIP", "MEDICAL", "EDUCATION", "HOUSING", "TEMPORARY"),
    DIBAO_MARGIN(
            "MZ03",
            true,
            "DIBAO_MARGIN",
            "MEDICAL",
            "EDUCATION",
            "HOUSING",
            "EMPLOYMENT",
            "TEMPORARY"),
    RIGID_EXPENDITURE(
            "MZ04", true, "RIGID_EXPENDITURE", "MEDICAL", "EDUCATION", "EMPLOYMENT", "TEMPORARY"),
    CHILD_IN_HARDSHIP("MZ07", false, "CHILD_WELFARE"),
    DISABILITY_SUBSIDY("MZ08", false, "DISABILITY"),
    OLD_AGE_SUBSIDY("MZ09", false, "OLD_AGE");

    /** What everybody may ask for who meets its conditions. */
    static final Set<String> FOR_ALL =
            Set.of(
                    "DIBAO",
                    "EXTREME_HARDSHIP",
                    "DIBAO_MARGIN",
                    "RIGID_EXPENDITURE",
                    "TEMPORARY",
                    "DISEASE_EMERGENCY",
                    "DISASTER",
                    "ROAMING");

    private final String category;
    private final boolean ofFamily;
    private final List<String> types;

    RecognisedStatus(String category, boolean ofFamily, String... types) {
        this.category = category;
        this.ofFamily = ofFamily;
        this.types = List.of(types);
    }

    /** {@return code of the category whose records recognise it} */
    String category() {
        return category;
    }

    /** {@return whether the whole family has it} */
    boolean ofFamily() {
        return ofFamily;
    }

    /** {@return whether a policy of the type is for who has it} */
    boolean leadsTo(String type) {
        return types.contains(type);
    }

    static List<String> categories() {
        return Arrays.stream(values()).map(RecognisedStatus::category).toList();
    }
}
