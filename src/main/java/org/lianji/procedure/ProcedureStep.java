package org.lianji.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A step of the table that leads on from where the matter stands, or from elsewhere.
 *
 * @param code name of the step
 * @param name description of the step, Chinese and English, as the schema has it
 * @param mutation takes it
 * @param inWriting whether a reason or a statement must be given
 * @param allowed whether the caller may take it now
 * @param refusal the code of why not
 * @param message why not, in the caller's language
 */
record ProcedureStep(
        String code,
        String name,
        @Nullable String mutation,
        boolean inWriting,
        boolean allowed,
        @Nullable String refusal,
        @Nullable String message) {}
