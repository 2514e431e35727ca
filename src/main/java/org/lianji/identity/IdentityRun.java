package org.lianji.identity;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * A run over rows without a number that wait, in numbers alone.
 *
 * @param day on which it began
 * @param whole whether all that wait were looked at, and not only those without any key
 * @param startedAt when it began
 * @param endedAt when it was through; null while it goes on
 * @param looked rows that were looked at so far
 * @param opened reviews that were opened of them
 * @param linked rows that were linked by what officers had decided before
 */
record IdentityRun(
        LocalDate day,
        boolean whole,
        ZonedDateTime startedAt,
        @Nullable ZonedDateTime endedAt,
        long looked,
        long opened,
        long linked) {

    static IdentityRun read(Value run) {
        return new IdentityRun(
                run.get("day").asLocalDate(),
                run.get("whole").asBoolean(),
                run.get("startedAt").asZonedDateTime(),
                run.get("endedAt").isNull() ? null : run.get("endedAt").asZonedDateTime(),
                run.get("looked").asLong(),
                run.get("opened").asLong(),
                run.get("linked").asLong());
    }
}
