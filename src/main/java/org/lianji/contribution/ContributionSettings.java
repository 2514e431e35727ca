package org.lianji.contribution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Limits of contributions.
 *
 * @param maxBytes largest upload, unpacked
 * @param rejectsKept how long rejected rows can be fetched as a file; what was wrong with them is
 *     kept for ever
 * @param together whether small batches that arrive at the same time share a transaction
 */
@ConfigurationProperties("lianji.contribution")
record ContributionSettings(
        @DefaultValue("8589934592") long maxBytes,
        @DefaultValue("30d") Duration rejectsKept,
        @DefaultValue("true") boolean together) {}
