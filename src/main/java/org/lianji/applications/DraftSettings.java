package org.lianji.applications;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Drafts of applications.
 *
 * @param draftsKept how long one is kept after it was saved last
 * @param draftsOfOne how many one writer has at a time
 */
@ConfigurationProperties("lianji.applications")
record DraftSettings(
        @DefaultValue("30d") Duration draftsKept, @DefaultValue("50") int draftsOfOne) {}
