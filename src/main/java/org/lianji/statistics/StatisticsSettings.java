package org.lianji.statistics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Statistics.
 *
 * @param perClient different questions that one client may ask of one category in a day
 * @param perDepartment different questions that all clients of one department may
 */
@ConfigurationProperties("lianji.statistics")
record StatisticsSettings(
        @DefaultValue("100") int perClient, @DefaultValue("300") int perDepartment) {}
