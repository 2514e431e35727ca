package org.lianji.procedure;

/**
 * A step was taken and is committed.
 *
 * @param matter after it
 * @param event what was done
 */
public record Moved(Procedure<?> matter, ProcedureEvent event) {}
