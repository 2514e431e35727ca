package org.lianji.records;

/**
 * A batch that is under way or done.
 *
 * @param id of the batch
 * @param department code of its department
 * @param client the client that contributes it
 * @param next the first row not yet written, from 1
 * @param complete whether all of it is written
 * @param invented whether the people it brings are
 */
public record BatchHandle(
        String id,
        String department,
        String client,
        long next,
        boolean complete,
        boolean invented) {}
