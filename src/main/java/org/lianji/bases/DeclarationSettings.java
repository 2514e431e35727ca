package org.lianji.bases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Set;

/**
 * What clients may open on their word.
 *
 * @param perDepartment how many bases all clients of a department open in a day at most
 * @param personsPerClient how many persons a client names in a day at most
 * @param drawn which part of them, drawn at random, the head must confirm: 0 to 1
 * @param inAnHour how many a client opens in an hour before each further one must be confirmed
 * @param refused kinds that are not accepted, since flows register them
 */
@ConfigurationProperties("lianji.declared")
record DeclarationSettings(
        @DefaultValue("1000") int perDepartment,
        @DefaultValue("200") int personsPerClient,
        @DefaultValue("0.05") double drawn,
        @DefaultValue("30") int inAnHour,
        @DefaultValue Set<BasisKind> refused) {

    DeclarationSettings {
        if (!(drawn >= 0 && drawn <= 1)) {
            throw new IllegalArgumentException(
                    "lianji.declared.drawn is " + drawn + ": set a part between 0 and 1");
        }
        refused = Set.copyOf(refused);
    }
}
