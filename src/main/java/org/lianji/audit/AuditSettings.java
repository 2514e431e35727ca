package org.lianji.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;

/**
 * The chain.
 *
 * @param retention how long entries are kept at least; written into the chain, three years or more
 *     (政务数据共享条例 §29)
 * @param sealAfter how long entries are gathered before they are sealed into a block
 * @param sealEvery how often what another hub left unsealed is looked for, and days are closed
 */
@ConfigurationProperties("lianji.audit")
record AuditSettings(
        @DefaultValue("3y") Period retention,
        @DefaultValue("500ms") Duration sealAfter,
        @DefaultValue("10s") Duration sealEvery) {

    private static final Period LEAST = Period.ofYears(3);

    AuditSettings {
        LocalDate day = LocalDate.EPOCH;
        if (day.plus(retention).isBefore(day.plus(LEAST))) {
            throw new IllegalArgumentException(
                    "lianji.audit.retention is "
                            + retention
                            + ", the law asks for three years at least (政务数据共享条例 §29): set 3y or"
                            + " more");
        }
    }
}
