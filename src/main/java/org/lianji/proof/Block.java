package org.lianji.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Header of a block of entries.
 *
 * @param height its place in the chain, from 1
 * @param date day of China on which it was sealed
 * @param previous hash of the block before
 * @param dayBefore hash of the last day that was closed before it
 * @param root root of the Merkle tree over its entries
 * @param count how many entries it holds
 * @param firstAt time of the first entry
 * @param sealedAt when it was sealed, never before the block before
 * @param retention how long the entries are kept at least
 */
public record Block(
        long height,
        LocalDate date,
        String previous,
        String dayBefore,
        String root,
        int count,
        Instant firstAt,
        Instant sealedAt,
        Period retention) {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Most entries of a block. */
    public static final int LARGEST = 1_000;

    public static LocalDate dateOf(Instant time) {
        return LocalDate.ofInstant(time, CHINA);
    }

    /** {@return the block of these entries behind another} */
    public static Block seal(
            long height,
            String previous,
            String dayBefore,
            List<String> digests,
            Instant firstAt,
            Instant sealedAt,
            Period retention) {
        return new Block(
                height,
                dateOf(sealedAt),
                previous,
                dayBefore,
                Merkle.root(digests),
                digests.size(),
                firstAt,
                sealedAt,
                retention);
    }

    public String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("block", height);
        fields.put("date", date);
        fields.put("previous", previous);
        fields.put("dayBefore", dayBefore);
        fields.put("root", root);
        fields.put("count", count);
        fields.put("firstAt", Canonical.time(firstAt));
        fields.put("sealedAt", Canonical.time(sealedAt));
        fields.put("retention", retention);
        return Canonical.json(fields);
    }

    public String hash() {
        return Merkle.leaf(text());
    }
}
