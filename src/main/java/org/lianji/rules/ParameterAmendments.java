package org.lianji.rules;

import java.util.List;

/** Where values come from that replace those of the file from a day on. */
public interface ParameterAmendments {

    /** {@return what has been approved, by its first day; what was approved later stands later} */
    List<RuleParameter.DatedValue> approved();
}
