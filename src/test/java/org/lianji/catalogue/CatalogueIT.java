package org.lianji.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

@HubTest
class CatalogueIT {

    @Autowired Hub hub;

    @Test
    void listsTwelveDepartmentsAndFortyEightCategories() {
        JsonNode answer =
                hub.ask(
                        "MZ",
                        "{ catalogue { departments { code nameZh categories { code nameZh rowCount"
                            + " freshAt items { name type level share source { code } } } } } }");

        JsonNode departments = answer.at("/data/catalogue/departments");
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        assertThat(departments).hasSize(12);
        assertThat(departments.findValues("rowCount"))
                .hasSize(48)
                .allMatch(count -> count.asInt() == 0);
        assertThat(departments.get(0).findValues("source"))
                .isNotEmpty()
                .allMatch(source -> source.at("/code").equals(departments.get(0).get("code")));
    }

    @Test
    void refusesACallerWithoutToken() {
        var response =
                hub.send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create(hub.address() + "/graphql"))
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("SIGN_IN_REQUIRED");
    }
}
