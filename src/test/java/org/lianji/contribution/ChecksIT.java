package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.ZHANG;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the values of a row must be to one another, as the catalogue says. */
@HubTest
class ChecksIT {

    @Autowired Hub hub;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    private List<String> outcomes(String category, String header, String... rows) {
        return owner.outcomes(category.substring(0, 2), send(category, header, rows));
    }

    private HttpResponse<String> send(String category, String header, String... rows) {
        StringBuilder file = new StringBuilder("recordNo,observedAt,idNumber," + header + "\n");
        for (int i = 0; i < rows.length; i++) {
            file.append("%d,2026-03-01T08:00:00+08:00,%s,%s\n".formatted(i + 1, ZHANG, rows[i]));
        }
        return owner.send(
                category.substring(0, 2),
                category,
                "k",
                "text/csv",
                null,
                file.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void birthDateAndSexAreThoseOfTheNumber() {
        assertThat(
                        outcomes(
                                "GA01",
                                "hukouNo,relationToHead,hukouRegion,name,sex,birthDate",
                                "H1,HEAD,150902001001,张三,MALE,1956-03-12",
                                "H1,HEAD,150902001001,张三,FEMALE,1986-03-12",
                                "H1,HEAD,150902001001,张三,UNKNOWN,1956-03-12"))
                .containsExactly(
                        "ACCEPTED",
                        "REJECTED BIRTH_DATE_NOT_OF_NUMBER@birthDate SEX_NOT_OF_NUMBER@sex",
                        "ACCEPTED");
    }

    @Test
    void aHouseholdIsRecognisedForTwelveMonthsAtMostAndLooksBackOverTwelveUnlessItSays() {
        String header = "householdNo,incomeTotal,recognisedOn,validUntil,lookbackMonths";
        HttpResponse<String> sent =
                send(
                        "MZ04",
                        header,
                        "F1,100,2026-01-15,2027-01-15,",
                        "F2,100,2026-01-15,2027-01-16,",
                        "F3,100,2026-01-15,2026-01-14,6",
                        "F4,100,2026-01-15,2026-07-15,6");

        assertThat(owner.outcomes("MZ", sent))
                .containsExactly(
                        "ACCEPTED",
                        "REJECTED RECOGNISED_TOO_LONG@validUntil",
                        "REJECTED ENDS_BEFORE_RECOGNITION@validUntil",
                        "ACCEPTED");
        JsonNode months =
                hub.ask(
                        "MZ",
                        hub.plan("MZ"),
                        "{ records(category: MZ04) { nodes { ... on RigidExpenditureHousehold {"
                                + " lookbackMonths } } } }",
                        Map.of());
        assertThat(months.at("/data/records/nodes").toString())
                .isEqualTo("[{\"lookbackMonths\":12},{\"lookbackMonths\":6}]");
    }

    @Test
    void thereAreSixItemsOfSelfCare() {
        String header = "supportForm,selfCare,sixItems,basicAmount,startMonth,status";
        assertThat(
                        outcomes(
                                "MZ02",
                                header,
                                "AT_HOME,ABLE,true;true;true;true;true;True,700,2026-01,ACTIVE",
                                "AT_HOME,ABLE,true;true;true;true;true,700,2026-01,ACTIVE",
                                "AT_HOME,ABLE,,700,2026-01,ACTIVE"))
                .containsExactly("ACCEPTED", "REJECTED SIX_ITEMS@sixItems", "ACCEPTED");
    }

    @Test
    void tellsAFindingOfTheCatalogueInItsWordsInTheReceiptAndTheFileOfRejects() {
        HttpResponse<String> sent =
                send(
                        "YB02",
                        "settleNo,kind,total,aid,settledOn",
                        "S1,INPATIENT,100.00,100.01,2026-02-01");
        String id = Owner.json(sent).at("/id").asString();

        JsonNode receipt =
                hub.ask(
                        "YB",
                        "query ($id: ID!) { receipt(id: $id) { outcomes { nodes { findings { code"
                                + " pointer message } } } } }",
                        Map.of("id", id));
        String file =
                hub.send(hub.as("YB", "/contributions/batches/" + id + "/rejects").GET()).body();

        assertThat(receipt.at("/data/receipt/outcomes/nodes/0/findings/0").toString())
                .isEqualTo(
                        "{\"code\":\"PAID_MORE_THAN_COST\",\"pointer\":\"aid\",\"message\":\"支付金额超过医疗费用总额，请核对\"}");
        assertThat(file).contains("aid PAID_MORE_THAN_COST: 支付金额超过医疗费用总额，请核对");
    }
}
