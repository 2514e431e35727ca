package org.lianji.bench.city;

import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of family that is planted for a rule of monitoring.
 *
 * @param rule code
 * @param fires whether the rule should find it; else it only resembles what the rule finds
 * @param what it is
 * @param writer writes its records and returns whom the rule would name; empty where the household
 *     has nobody to whom it could happen
 */
record Case(String rule, boolean fires, String what, Function<CaseStage, Optional<Person>> writer) {

    static Case found(String rule, String what, Function<CaseStage, Optional<Person>> writer) {
        return new Case(rule, true, what, writer);
    }

    static Case alike(String rule, String what, Function<CaseStage, Optional<Person>> writer) {
        return new Case(rule, false, what, writer);
    }
}
