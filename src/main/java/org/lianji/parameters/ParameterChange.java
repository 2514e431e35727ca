package org.lianji.parameters;

import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;
import org.lianji.rules.RuleParameter;

import java.time.LocalDate;

/**
 * A value that a parameter of the rules is to have from a day on, such as next July's standard.
 *
 * @param progress how far it has come
 * @param to what it is changed to
 * @param proposer who proposed it
 * @param previewed whether it is known what the rules would find with it
 */
record ParameterChange(
        Progress<ParameterChangeState> progress,
        NewValue to,
        Proposer proposer,
        @LinkedComponent boolean previewed)
        implements Procedure<ParameterChangeState> {

    /**
     * @param name of the parameter
     * @param region code of the region it is for; {@code *} for all without one of their own
     * @param startsOn first day on which it holds
     * @param value as it is written
     * @param document the document that sets it
     */
    record NewValue(
            String name, String region, LocalDate startsOn, String value, String document) {}

    /**
     * @param department its code
     * @param client with whose token
     */
    record Proposer(String department, String client) {}

    /** {@return its value, as if it held from a day on} */
    RuleParameter.DatedValue asOf(LocalDate day) {
        return new RuleParameter.DatedValue(to.name, to.region, day, to.value, to.document);
    }

    @Override
    public ParameterChange progressed(Progress<ParameterChangeState> further) {
        return new ParameterChange(further, to, proposer, previewed);
    }
}
