package org.lianji.limits;

/**
 * What an operation may come to, as {@link CostCalculator} has it.
 *
 * @param total fields of all objects that the answer may hold
 * @param parts fields of the statement that answers it, and what its conditions weigh
 * @param conditionDepth conditions within one another
 * @param schema fields of the part of the answer that is about the schema itself
 * @param schemaLists lists within one another there
 * @param varies whether the same text may cost otherwise with other variables
 */
public record Cost(
        long total, long parts, int conditionDepth, long schema, int schemaLists, boolean varies) {

    public boolean introspects() {
        return schema > 0;
    }
}
