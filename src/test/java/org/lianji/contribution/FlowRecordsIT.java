package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A flow's record is a record like any other, and stands or falls with the step it comes from. */
@HubTest
class FlowRecordsIT {

    private static final Caller OFFICER =
            new Caller("MZ", "MZ-TOWN", Set.of(Role.TOWN_OFFICER), "150902001000", null);

    @Autowired Hub hub;

    @Autowired People people;

    @Autowired FlowRecords records;

    @Autowired TransactionTemplate transactions;

    @BeforeEach
    void register() {
        new Owner(hub).send("register", HEADER + Owner.row("1", "2026-03-01", ZHANG, "H1"));
    }

    private FlowRecord relief(String at, String amount) {
        Map<String, Object> items = new HashMap<>();
        items.put("kind", "EMERGENCY");
        items.put("grantedAt", at);
        items.put("amount", amount);
        return new FlowRecord(
                "MZ05", people.of(ZHANG).orElseThrow(), "J1", OffsetDateTime.parse(at), items);
    }

    private void write(FlowRecord record) {
        transactions.executeWithoutResult(_ -> records.write(OFFICER, record));
    }

    private JsonNode found() {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", ZHANG),
                        "{ records(category: MZ05) { nodes { recordNo ... on TemporaryRelief {"
                                + " amount } } } }",
                        Map.of())
                .at("/data/records/nodes");
    }

    private JsonNode receipts() {
        return hub.ask(
                        "MZ",
                        "{ receipts(category: MZ05) { nodes { counts { accepted unchanged } } } }")
                .at("/data/receipts/nodes");
    }

    @Test
    void isReadByTheRulesOfItsCategory() {
        write(relief("2026-03-05T10:00:00+08:00", "800.00"));

        assertThat(found().toString()).isEqualTo("[{\"recordNo\":\"J1\",\"amount\":\"800.00\"}]");
        assertThat(receipts()).as("its owner has a receipt").hasSize(1);
    }

    @Test
    void aLaterOneOfTheSameNumberTakesItsPlaceAndTheSameAgainChangesNothing() {
        write(relief("2026-03-05T10:00:00+08:00", "800.00"));
        write(relief("2026-03-06T10:00:00+08:00", "900.00"));
        write(relief("2026-03-06T10:00:00+08:00", "900.00"));

        assertThat(found().toString()).isEqualTo("[{\"recordNo\":\"J1\",\"amount\":\"900.00\"}]");
        assertThat(receipts()).hasSize(2);
    }

    @Test
    void isGoneWhereTheStepFails() {
        assertThatThrownBy(
                        () ->
                                transactions.executeWithoutResult(
                                        _ -> {
                                            records.write(
                                                    OFFICER,
                                                    relief("2026-03-05T10:00:00+08:00", "800.00"));
                                            throw new IllegalStateException("the step failed");
                                        }))
                .hasMessage("the step failed");

        assertThat(found()).isEmpty();
        assertThat(receipts()).isEmpty();
    }

    @Test
    void oneThatWouldBeRefusedIsAFaultThatTellsNoValue() {
        FlowRecord wrong = relief("2026-03-05T10:00:00+08:00", "-1.00");

        assertThatThrownBy(() -> write(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("amount")
                .hasMessageNotContainingAny("-1", ZHANG);
        assertThat(receipts()).isEmpty();
    }
}
