package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;
import org.lianji.rules.Rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding on its way from the hub to help and back into the library (国办发〔2023〕39号 第四条).
 *
 * @param progress how far it has come
 * @param on what was found
 * @param handler who answers for it
 * @param outcome what became of it
 */
record Warning(Progress<WarningState> progress, On on, Handler handler, Outcome outcome)
        implements Procedure<WarningState> {

    /**
     * @param rule code of the rule
     * @param ruleVersion of the rule that found it
     * @param level how urgent it is
     * @param kind what the rule looks for
     * @param subject token of the person, or identifier of the family, that it is about
     * @param places codes of the regions it lies in, the smallest first
     * @param digests of its facts, by which a new fact is told from a known one
     * @param person token of the person whose facts led to it
     * @param household identifier of the family
     * @param records keys of the records that led to it
     */
    record On(
            String rule,
            long ruleVersion,
            Rule.Level level,
            Rule.Kind kind,
            String subject,
            List<String> places,
            List<String> digests,
            @LinkedComponent String person,
            @LinkedComponent @Nullable String household,
            @LinkedComponent List<String> records) {

        On {
            places = List.copyOf(places);
            digests = List.copyOf(digests);
            records = List.copyOf(records);
        }
    }

    /**
     * @param department that answers for it
     * @param assigned at which level of the regions
     * @param client who has taken it on
     * @param basis on which they, and whom it was sent to, see the family
     */
    record Handler(
            String department,
            Rule.Assignment assigned,
            @Nullable String client,
            @LinkedComponent @Nullable String basis) {

        /** {@return the same, taken on by the client; free for anybody where null} */
        Handler taken(@Nullable String by) {
            return new Handler(department, assigned, by, basis);
        }
    }

    /**
     * @param disposal what was decided once it was confirmed; null before
     * @param transferredTo the department it was sent to; null where it stays
     * @param falseAlarm why it was none; null where it was one
     */
    record Outcome(
            Rule.@Nullable Disposal disposal,
            @Nullable String transferredTo,
            @Nullable FalseAlarm falseAlarm) {

        static final Outcome NONE = new Outcome(null, null, null);
    }

    /** Why a warning was none. */
    enum FalseAlarm {
        FACT_WRONG,
        FACT_OUTDATED,
        ALREADY_HELPED,
        ENTITLED,
        NO_HARDSHIP,
        OTHER_PERSON,
        OTHER
    }

    @Override
    public List<String> places() {
        return on.places();
    }

    @Override
    public Warning progressed(Progress<WarningState> further) {
        return new Warning(further, on, handler, outcome);
    }

    Warning with(Handler other) {
        return new Warning(progress, on, other, outcome);
    }

    Warning with(Outcome other) {
        return new Warning(progress, on, handler, other);
    }

    boolean isTakenBy(Caller caller) {
        return caller.client().equals(handler.client());
    }

    /** {@return the basis, for who has taken it on and whom it was sent to} */
    @Nullable String basisOf(Caller caller) {
        boolean theirs = isTakenBy(caller) || caller.department().equals(outcome.transferredTo());
        return theirs ? handler.basis() : null;
    }

    /** {@return whom it is about, for those who have its basis} */
    @Nullable Anchor anchor(Caller caller) {
        String basis = basisOf(caller);
        if (basis == null) {
            return null;
        }
        Map<String, String> tokens = new HashMap<>(Map.of("person", on.person()));
        if (on.household() instanceof String household) {
            tokens.put("household", household);
        }
        return new Anchor(basis, WarningFlow.purposes(this).getFirst(), tokens);
    }

    /** {@return what no two open warnings have in common} */
    static String key(String rule, String subject) {
        return rule + "|" + subject;
    }
}
