package org.lianji.publication;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Publication.
 *
 * @param asksPerDay pairings that one charity may ask for in a day
 */
@ConfigurationProperties("lianji.publication")
record PublicationSettings(@DefaultValue("50") int asksPerDay) {}
