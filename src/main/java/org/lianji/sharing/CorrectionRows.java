package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/** Corrections as properties of nodes, and back. */
final class CorrectionRows {

    private CorrectionRows() {}

    static Map<String, Object> properties(Correction correction) {
        Correction.On on = correction.on();
        Correction.Raiser raiser = correction.raiser();
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", correction.id());
        properties.put("version", correction.version());
        properties.put("state", correction.state().name());
        properties.put("pending", correction.pending() ? pending(on, raiser) : null);
        properties.put("category", on.category());
        properties.put("item", on.item());
        properties.put("owner", on.owner());
        properties.put("department", raiser.department());
        properties.put("client", raiser.client());
        properties.put("person", raiser.person());
        properties.put("purpose", raiser.purpose());
        properties.put("shownFrom", raiser.shownFrom());
        properties.put("claim", correction.sealed().claim());
        properties.put("evidence", correction.sealed().evidence());
        properties.put("createdAt", correction.createdAt());
        properties.put("changedAt", correction.changedAt());
        return properties;
    }

    /** Whoever has raised it waits for the answer before raising it again. */
    private static String pending(Correction.On on, Correction.Raiser raiser) {
        String who = raiser.person() == null ? raiser.department() : raiser.person();
        return String.join("|", who, on.record(), on.item());
    }

    static Map<String, Object> properties(CorrectionEvent event) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("correction", event.correction());
        properties.put("version", event.version());
        properties.put("transition", event.transition().name());
        properties.put("from", event.from() == null ? null : event.from().name());
        properties.put("to", event.to().name());
        properties.put("department", event.department());
        properties.put("client", event.client());
        properties.put("at", event.at());
        properties.put("note", event.note());
        return properties;
    }

    static Map<String, Object> properties(String correction, Deadline deadline) {
        Map<String, Object> properties = AgreementRows.properties(correction, deadline);
        properties.put("correction", properties.remove("agreement"));
        return properties;
    }

    static Correction correction(Value row) {
        return new Correction(
                row.get("id").asString(),
                row.get("version").asLong(),
                CorrectionState.valueOf(row.get("state").asString()),
                new Correction.On(
                        row.get("record").asString(),
                        row.get("category").asString(),
                        row.get("item").asString(),
                        row.get("owner").asString(),
                        row.get("persons").asList(Value::asString)),
                new Correction.Raiser(
                        row.get("department").asString(),
                        row.get("client").asString(),
                        text(row, "person"),
                        row.get("purpose").asString(),
                        time(row, "shownFrom")),
                new Correction.Sealed(row.get("claim").asString(), text(row, "evidence")),
                row.get("createdAt").asZonedDateTime(),
                row.get("changedAt").asZonedDateTime(),
                AgreementRows.deadline(row.get("deadline")));
    }

    static CorrectionEvent event(Value row) {
        String from = text(row, "from");
        return new CorrectionEvent(
                row.get("correction").asString(),
                row.get("version").asLong(),
                CorrectionTransition.valueOf(row.get("transition").asString()),
                from == null ? null : CorrectionState.valueOf(from),
                CorrectionState.valueOf(row.get("to").asString()),
                row.get("department").asString(),
                row.get("client").asString(),
                row.get("at").asZonedDateTime(),
                text(row, "note"));
    }

    private static @Nullable String text(Value row, String key) {
        return row.get(key).isNull() ? null : row.get(key).asString();
    }

    private static @Nullable ZonedDateTime time(Value row, String key) {
        return row.get(key).isNull() ? null : row.get(key).asZonedDateTime();
    }
}
