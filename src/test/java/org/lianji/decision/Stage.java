package org.lianji.decision;

import org.lianji.Hub;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.lianji.sharing.AgreementsInForce;
import org.lianji.sharing.InForce;
import org.neo4j.driver.Driver;
import org.springframework.test.util.ReflectionTestUtils;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
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
        this.hub = hub;
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
        set(world.now(), deals);
    }

    /** Those that are in force: which are is their own module's affair. */
    void set(OffsetDateTime now, List<Deal> deals) {
        ReflectionTestUtils.setField(
                agreements,
                "list",
                deals.stream()
                        .filter(deal -> deal.inForceOn(now.toLocalDate()))
                        .map(Stage::inForce)
                        .toList());
    }

    private static InForce inForce(Deal deal) {
        return new InForce(
                deal.id(),
                1,
                deal.provider(),
                deal.consumer(),
                deal.purposes(),
                deal.items(),
                deal.regions(),
                "S" + deal.level(),
                deal.from(),
                deal.until());
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
