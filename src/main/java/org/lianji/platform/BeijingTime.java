package org.lianji.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Instants in the one form in which they are kept and told: Beijing time (UTC+8), to the
 * millisecond. The graph takes equal instants of different offsets for unequal, and cuts days and
 * months by the offset; so what comes from outside passes here first.
 */
public final class BeijingTime {

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private BeijingTime() {}

    /** {@return the same instant as it is kept} */
    public static OffsetDateTime of(OffsetDateTime time) {
        return time.withOffsetSameInstant(OFFSET).truncatedTo(ChronoUnit.MILLIS);
    }

    /** {@return the instant as answers and files tell it, always of the same length} */
    public static String text(Instant time) {
        return TEXT.format(time.atOffset(OFFSET));
    }
}
