package org.lianji.decision;

import org.lianji.Hub;
import org.lianji.agreements.AgreementsInForce;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The hub with a world in its database and a policy in its agreements. */
final class Stage {

    private final Hub hub;
    private final Graph graph;
    private final AgreementsInForce agreements;
    private final Clock clock;
    private final Map<String, Map<String, Object>> regions;

    Stage(Hub hub, Driver driver, IdentityHash hash, AgreementsInForce agreements, Clock clock) {
        // who the citizen is comes with the token, and worlds of other tests have others
        this.hub = new Hub(hub.address());
        this.graph = new Graph(driver, hash);
        this.agreements = agreements;
        this.clock = clock;
        this.regions = graph.regions();
    }

    Map<String, Map<String, Object>> regions() {
        return regions;
    }

    /** {@return identifiers of regions, in the order of their codes} */
    List<String> regionIds() {
        return Places.ALL.stream().map(code -> (String) regions.get(code).get("id")).toList();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    void set(World world, List<Deal> deals) {
        graph.write(world);
        set(deals);
    }

    void set(List<Deal> deals) {
        graph.write(deals, now());
        agreements.refresh();
    }

    /** {@return the body of the answer} */
    String ask(Question question) {
        return ask(question.by(), Ask.text(question.roots()));
    }

    String ask(Rule.Reasoned by, Ask.Text text) {
        return hub.send(
                        hub.question(
                                by.asker().client(),
                                new Reason(by.purpose(), by.basis()),
                                text.document(),
                                text.variables()))
                .body();
    }
}
