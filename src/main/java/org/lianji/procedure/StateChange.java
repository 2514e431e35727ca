package org.lianji.procedure;

/**
 * A step was taken and is committed.
 *
 * @param matter after it
 * @param event what was done
 */
public record StateChange(Procedure<?> matter, ProcedureEvent event) {}
