package org.lianji.agencies;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Agencies.
 *
 * @param mostFamilies for how many families somebody may act by mandates before the county is told
 */
@ConfigurationProperties("lianji.agencies")
record AgencySettings(@DefaultValue("5") int mostFamilies) {}
