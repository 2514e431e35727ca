package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A thirteenth department and a forty-ninth category are one file: no line of Java knows them. */
@HubTest
@TestPropertySource(
        properties =
                "spring.graphql.schema.locations=classpath:graphql/**/,file:src/test/resources/new-category/")
class NewCategoryIT {

    private static final String NUMBER = "150902195603121010";

    @Autowired Hub hub;

    @Test
    void isInTheCatalogue() {
        JsonNode answer =
                hub.ask(
                        "SF",
                        "{ catalogue { categories(owner: SF) { code nameZh owner { nameZh } }"
                                + " departments { code } } }");

        assertThat(answer.at("/data/catalogue/departments")).hasSize(13);
        assertThat(answer.at("/data/catalogue/categories/0/nameZh").asString()).isEqualTo("法律援助");
    }

    @Test
    void takesRowsAndFilesAndAnswersQueries() {
        JsonNode receipt =
                hub.ask(
                        "SF",
                        """
                        mutation ($number: IdNumber!) {
                          contribute(category: SF01, idempotencyKey: "one", rows: {legalAid: [
                            {recordNo: "1", observedAt: "2026-01-02T00:00:00+08:00", idNumber: $number, matter: LABOUR, acceptedOn: "2026-01-02", fee: "1200"}
                            {recordNo: "2", observedAt: "2026-01-02T00:00:00+08:00", idNumber: $number, matter: SUPPORT, fee: "-1"}
                          ]}) { counts { accepted rejected } }
                        }
                        """,
                        Map.of("number", NUMBER));
        HttpResponse<String> uploaded =
                hub.send(
                        hub.as("SF", "/contributions/SF01")
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", "two")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                """
                                                recordNo,idNumber,personName,observedAt,validFrom,validTo,matter,acceptedOn,fee
                                                3,%s,阿某,2026-02-02T00:00:00+08:00,,,赡养抚养,2026-02-01,800.00
                                                """
                                                        .formatted(NUMBER))));
        JsonNode found =
                hub.ask(
                        "SF",
                        hub.matter("SF", NUMBER),
                        """
                        { records(category: SF01, where: {legalAid: {fee: {gte: "500"}}}, orderBy: {legalAid: {acceptedOn: DESC}}) {
                            nodes { recordNo person { idNumber } ... on LegalAid { matter fee } } } }
                        """,
                        Map.of());

        assertThat(receipt.at("/data/contribute/counts").toString())
                .isEqualTo("{\"accepted\":1,\"rejected\":1}");
        assertThat(uploaded.statusCode()).isEqualTo(201);
        assertThat(found.at("/data/records/nodes").toString())
                .isEqualTo(
                        "[{\"recordNo\":\"3\",\"person\":{\"idNumber\":\"150902************\"},\"matter\":\"SUPPORT\",\"fee\":\"800.00\"},"
                            + "{\"recordNo\":\"1\",\"person\":{\"idNumber\":\"150902************\"},\"matter\":\"LABOUR\",\"fee\":\"1200.00\"}]");
    }

    @Test
    void isClosedToOtherDepartments() {
        JsonNode refused =
                hub.ask(
                        "MZ",
                        "mutation { contribute(category: SF01, idempotencyKey: \"x\", rows:"
                                + " {legalAid: []}) { id } }");

        assertThat(refused.at("/data").isNull() || refused.at("/data/contribute").isNull())
                .isTrue();
        assertThat(
                        hub.ask(
                                        "MZ",
                                        hub.plan("MZ"),
                                        "{ records(category: SF01) { nodes { id } } }",
                                        Map.of())
                                .at("/extensions/withheld/0/item")
                                .asString())
                .isEqualTo("SF01");
    }
}
