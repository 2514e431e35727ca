package org.lianji.monitoring;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.lianji.procedure.ProcedureEvent;
import org.lianji.rules.Rule;
import org.lianji.rules.Rules;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Warnings in the graph: {@code (:Warning)-[:WARNS]->(:Person|:Household)}, and {@code -[:FACT]->}
 * the records that led to it.
 */
@Component
final class WarningFlow implements Flow<WarningState, WarningTransition, Warning> {

    private static final String LINK =
            """
            MATCH (m:Warning {id: $id}), (p:Person {id: $person})
            CREATE (m)-[:WARNS]->(p)
            WITH m
            CALL (m) {
              MATCH (h:Household {id: $household})
              CREATE (m)-[:WARNS]->(h)
            }
            CALL (m) {
              UNWIND $records AS key
              MATCH (r:Record {key: key})
              CREATE (m)-[:FACT]->(r)
            }
            """;

    /** A basis of a warning ends with it, and after so many days at the latest. */
    private static final int OPEN_DAYS = 180;

    private final Neo4jClient graph;
    private final Rules rules;
    private final BasisRegistry bases;

    WarningFlow(Neo4jClient graph, Rules rules, BasisRegistry bases) {
        this.graph = graph;
        this.rules = rules;
        this.bases = bases;
    }

    @Override
    public Class<WarningState> states() {
        return WarningState.class;
    }

    @Override
    public Class<WarningTransition> table() {
        return WarningTransition.class;
    }

    @Override
    public Class<Warning> matter() {
        return Warning.class;
    }

    @Override
    public boolean streamed() {
        return true;
    }

    @Override
    public char letter() {
        return 'W';
    }

    @Override
    public Code notFound() {
        return WarningCode.WARNING_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:WARNS]->(p:Person) | p.id]), household: head([(m)-[:WARNS]->(h:Household) | h.id]), records: [(m)-[:FACT]->(r) | r.key]
        , basis: head(COLLECT { MATCH (b:Basis {matter: m.id}) RETURN b.id ORDER BY b.opened DESC LIMIT 1 })\
        """;
    }

    /**
     * Officers of the department that answers for it, and of the one it was sent to as long as it
     * is open, in whose region it lies.
     */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? Fragment.of(
                                "m.department = $department OR (m.transferredTo = $department AND"
                                        + " m.openKey IS NOT NULL)",
                                "department",
                                caller.department())
                        .and(MatterPlaces.within("region", caller.region()))
                : Fragment.FALSE;
    }

    @Override
    public Map<String, Object> derived(Warning warning) {
        Map<String, Object> derived = new HashMap<>();
        String key = Warning.key(warning.on().rule(), warning.on().subject());
        derived.put("key", key);
        if (warning.state().open()) {
            derived.put("openKey", key);
        }
        return derived;
    }

    /**
     * Whoever takes it on sees the family, and so does the department it is sent to, while it is
     * open.
     */
    @Override
    public void taken(Actor actor, WarningTransition step, Warning after) {
        switch (step) {
            case RAISE -> link(after);
            case CLAIM -> bases.register(actor.caller(), registration(actor, after));
            case DISPOSE -> dispose(actor, after);
            case HAND_BACK, RECALL, DISMISS, CLOSE, WITHDRAW -> end(actor, after);
            default -> {}
        }
    }

    private void link(Warning warning) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", warning.id());
        values.put("person", warning.on().person());
        values.put("household", warning.on().household());
        values.put("records", warning.on().records());
        graph.query(LINK).bindAll(values).run();
    }

    private BasisRegistry.Registration registration(Actor actor, Warning warning) {
        LocalDate until = actor.today().plusDays(OPEN_DAYS);
        return new BasisRegistry.Registration(
                BasisKind.WARNING,
                warning.id(),
                warning.on().rule(),
                purposes(warning),
                Set.of(warning.on().person()),
                Set.of(),
                warning.on().household() instanceof String household ? Set.of(household) : Set.of(),
                List.of(
                        new BasisRegistry.Party(
                                warning.handler().department(),
                                warning.handler().client(),
                                null,
                                until)),
                until);
    }

    /** A warning serves C, and B where its rule looks for help that should have ended. */
    static List<Purpose> purposes(Warning warning) {
        return warning.on().kind() == Rule.Kind.NO_LONGER_ELIGIBLE
                ? List.of(Purpose.C, Purpose.B)
                : List.of(Purpose.C);
    }

    private void dispose(Actor actor, Warning warning) {
        if (warning.handler().basis() instanceof String basis
                && warning.outcome().transferredTo() instanceof String department) {
            bases.join(actor.caller(), basis, BasisRegistry.Party.of(department));
        }
    }

    private void end(Actor actor, Warning warning) {
        if (warning.handler().basis() instanceof String basis) {
            boolean hub = actor.caller().department().isEmpty();
            bases.end(
                    hub
                            ? new Caller(actor.lead(), actor.caller().client(), Set.of(), "", null)
                            : actor.caller(),
                    basis);
        }
    }

    /** What was found out at the door is not for whom it was sent to, but what they are to do. */
    @Override
    public boolean tells(Actor actor, ProcedureEvent event) {
        return actor.leads()
                || event.department().equals(actor.caller().department())
                || event.transition().equals(WarningTransition.DISPOSE.name());
    }

    /** What was compared, or worked on, and about whom; never what was found. */
    @Override
    public Entry entry(Actor actor, Reason stated, WarningTransition step, Warning after) {
        boolean hub = actor.caller().department().isEmpty();
        return new Entry(
                Kind.FINDING,
                hub ? actor.lead() : actor.caller().department(),
                actor.caller().client(),
                "C",
                after.handler().basis(),
                List.of(),
                rules.rule(after.on().rule()).map(Rule::reads).orElse(List.of()),
                List.of(after.on().person()),
                Digests.hex(after.id() + " " + after.version()),
                null);
    }
}
