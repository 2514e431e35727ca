package org.lianji.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;

/** A demo has a cut of help that is still to be told in writing. */
@HubTest
class DemoReviewsIT {

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired DemoSession session;

    @Autowired Neo4jClient graph;

    @Test
    void leaveOneFamilyToBeTold() {
        new Monitored(hub, catalogue)
                .register(
                        DemoReviews.RECIPIENT,
                        DemoReviews.VILLAGE,
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(30));

        new DemoReviews(session, graph).cut();

        JsonNode review =
                hub.ask(
                                "MZ-TOWN",
                                "{ awardReviews(state: DECIDED) { nodes { id version"
                                        + " allowedTransitions } } }")
                        .at("/data/awardReviews/nodes/0");
        assertThat(review.at("/allowedTransitions").toString()).contains("NOTICE_AWARD_CHANGE");
        assertThat(
                        hub.ask(
                                        "MZ-TOWN",
                                        "mutation { noticeAwardChange(step: {id: \"%s\", version: %d, note: \"已送达本人\"}) { state } }"
                                                .formatted(
                                                        review.at("/id").asString(),
                                                        review.at("/version").asInt()))
                                .toString())
                .contains("\"state\":\"DECIDED\"");
    }
}
