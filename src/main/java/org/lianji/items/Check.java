package org.lianji.items;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

import java.util.Map;

/**
 * What must hold between the values of a row, as the category's SDL says; its name is the code of
 * the finding where it doesn't.
 *
 * @param name stable code
 * @param zh what is wrong and what to do, in Chinese
 * @param en the same in English
 * @param item the one that a finding points at
 * @param rule that must hold
 */
public record Check(String name, String zh, String en, String item, CheckRule rule)
        implements Code {

    /**
     * {@return whether the row keeps to it; where a value is missing, there is nothing to keep to}
     *
     * @param values of the row by name, as {@link Values} read them
     */
    public boolean holds(Map<String, Object> values) {
        return rule.holds(values);
    }

    @Override
    public ErrorType type() {
        return ErrorType.BAD_REQUEST;
    }
}
