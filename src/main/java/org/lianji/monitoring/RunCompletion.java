package org.lianji.monitoring;

/**
 * A run over everybody is through.
 *
 * @param run its identifier
 */
public record RunCompletion(String run) {}
