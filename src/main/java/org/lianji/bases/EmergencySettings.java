package org.lianji.bases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Emergency accesses.
 *
 * @param drawn which part of them, drawn at random, is judged by the lead department's head instead
 *     of the own one: 0 to 1
 */
@ConfigurationProperties("lianji.emergency")
record EmergencySettings(@DefaultValue("0.1") double drawn) {

    EmergencySettings {
        if (!(drawn >= 0 && drawn <= 1)) {
            throw new IllegalArgumentException(
                    "lianji.emergency.drawn is " + drawn + ": set a part between 0 and 1");
        }
    }
}
