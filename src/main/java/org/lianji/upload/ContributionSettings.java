package org.lianji.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * Limits of contributions.
 *
 * @param maxBytes largest upload, unpacked
 * @param unpackedRatio how many times as large a packed upload may become
 * @param unpackedFree up to which size it may become more
 * @param bytesPerDay files of a department in a day, unpacked
 * @param rowsPerDay rows of a department's new batches in a day
 * @param signOfLife how often whoever waits for a long upload is looked after
 * @param rejectsKept how long rejected rows can be fetched as a file; what was wrong with them is
 *     kept for ever
 * @param together whether small batches that arrive at the same time share a transaction
 */
@ConfigurationProperties("lianji.contribution")
public record ContributionSettings(
        @DefaultValue("8589934592") long maxBytes,
        @DefaultValue("100") long unpackedRatio,
        @DefaultValue("16MB") DataSize unpackedFree,
        @DefaultValue("32GB") DataSize bytesPerDay,
        @DefaultValue("20000000") long rowsPerDay,
        @DefaultValue("2s") Duration signOfLife,
        @DefaultValue("30d") Duration rejectsKept,
        @DefaultValue("true") boolean together) {

    public Spool.Bounds bounds() {
        return new Spool.Bounds(maxBytes, unpackedRatio, unpackedFree.toBytes());
    }
}
