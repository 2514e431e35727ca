package org.lianji.contribution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of contributions.
 *
 * @param maxBytes largest upload, unpacked
 */
@ConfigurationProperties("lianji.contribution")
record ContributionSettings(@DefaultValue("8589934592") long maxBytes) {}
