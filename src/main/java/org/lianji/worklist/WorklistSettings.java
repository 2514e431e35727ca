package org.lianji.worklist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is due.
 *
 * @param workingDaysAhead how many working days before a last day word of it goes out; of those
 *     that are over it goes out once more
 */
@ConfigurationProperties("lianji.worklist")
record WorklistSettings(@DefaultValue("2") int workingDaysAhead) {}
