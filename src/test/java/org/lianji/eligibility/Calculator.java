package org.lianji.eligibility;

import org.lianji.catalogue.CatalogueFiles;
import org.lianji.items.Values;

import java.time.Clock;

/** The calculator with the files that the hub has, and no hub around it. */
final class Calculator {

    private static final Clock CLOCK = Clock.systemUTC();

    static final LocalStandards STANDARDS = new LocalStandards();
    static final EligibilityRules RULES = new EligibilityRules(CatalogueFiles.read());
    static final Eligibility ELIGIBILITY =
            new Eligibility(STANDARDS, RULES, new Values(CLOCK), CLOCK);

    private Calculator() {}
}
