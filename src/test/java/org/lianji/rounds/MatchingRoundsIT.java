package org.lianji.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.charity.Charities;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A round a day says how many of each county could be helped, and does nothing. */
@HubTest
class MatchingRoundsIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired Hub hub;

    @Autowired MatchingRounds rounds;

    @Autowired Neo4jClient graph;

    private void needs(String county, int from, int to) {
        graph.query(
                        """
                        UNWIND range($from, $to - 1) AS i
                        CREATE (:HelpNeed {id: 'Nround' + toString(i), state: 'OPEN', version: 1, kind: 'DAILY_CARE', quantity: 1, urgency: 'SOON',
                          hardship: 'OLD_AGE', age: 'FROM_60', until: $until, createdAt: datetime(), changedAt: datetime(),
                          places: [$county, '150900000000']})-[:FOR]->(:Person {id: 'Pround' + toString(i), idHash: 'H' + toString(i)})
                        """)
                .bindAll(
                        Map.of(
                                "from",
                                from,
                                "to",
                                to,
                                "county",
                                county,
                                "until",
                                TODAY.plusDays(9)))
                .run();
    }

    private JsonNode seen(String client) {
        return hub.ask(
                        client,
                        "{ matchingRounds { day best needs served leastShare meanShare counties {"
                                + " region needs served share unserved { reason count } } } }")
                .at("/data/matchingRounds");
    }

    @Test
    void tellsEachCountyHowManyCouldBeHelpedAndWhyOthersNot() {
        Charities charities = new Charities(hub);
        charities.approved("CHARITY-A");
        charities.offered("CHARITY-A", Map.of("capacity", 6));
        needs("150924000000", 0, 4);
        needs("150902000000", 4, 8);

        assertThat(rounds.run()).isTrue();
        assertThat(rounds.run()).as("another hub, or again").isFalse();

        JsonNode city = seen("MZ-CITY").get(0);
        assertThat(city.at("/day").asString()).isEqualTo(TODAY.toString());
        assertThat(city.at("/best").asBoolean()).isTrue();
        assertThat(city.at("/needs").asInt()).isEqualTo(8);
        assertThat(city.at("/served").asInt()).isEqualTo(6);
        assertThat(city.at("/leastShare").asDouble()).isEqualTo(0.75);
        assertThat(city.at("/meanShare").asDouble()).isEqualTo(0.75);
        assertThat(city.at("/counties")).hasSize(2);
        JsonNode county = seen("MZ-COUNTY").get(0);
        assertThat(county.at("/counties")).as("its own alone").hasSize(1);
        assertThat(county.at("/counties/0/region").asString()).isEqualTo("150924000000");
        assertThat(county.at("/counties/0/unserved").toString())
                .isEqualTo("[{\"reason\":\"适合的供给给了同样急的需求，那样帮到的更多，或更近、更对口、更均衡\",\"count\":1}]");
        assertThat(seen("YB-COUNTY")).isEmpty();
        assertThat(
                        hub.ask("MZ-CITY", "{ pairings { totalCount } }")
                                .at("/data/pairings/totalCount")
                                .asInt())
                .as("nothing is proposed")
                .isZero();
    }

    @Test
    void isHeldByOneOfManyHubs() throws Exception {
        needs("150924000000", 0, 30);
        try (ExecutorService hubs = Executors.newFixedThreadPool(8)) {
            var held = IntStream.range(0, 8).mapToObj(_ -> hubs.submit(rounds::run)).toList();
            int many = 0;
            for (Future<Boolean> one : held) {
                many += one.get() ? 1 : 0;
            }
            assertThat(many).isEqualTo(1);
        }
        assertThat(seen("MZ-CITY")).hasSize(1);
        assertThat(seen("MZ-CITY").at("/0/counties/0/needs").asInt()).isEqualTo(30);
    }
}
