package org.lianji.agreements;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;
import org.lianji.clocks.Deadline;
import org.lianji.items.Level;
import org.lianji.terms.AgreementProgress;
import org.lianji.terms.AgreementState;
import org.lianji.terms.DeliveryMode;
import org.lianji.terms.Overseer;
import org.lianji.terms.Suspension;
import org.lianji.terms.Terms;
import org.neo4j.driver.Value;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Agreements as properties of nodes, and back. */
public final class AgreementRows {

    private AgreementRows() {}

    static Map<String, Object> properties(Agreement agreement) {
        Terms terms = agreement.terms();
        AgreementProgress standing = agreement.standing();
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", agreement.id());
        properties.put("version", agreement.version());
        properties.put("state", agreement.state().name());
        properties.put("provider", terms.provider());
        properties.put("consumer", terms.consumer());
        properties.put("purposes", List.copyOf(terms.letters()));
        properties.put("items", terms.itemNames());
        properties.put("masked", terms.maskedNames());
        properties.put("regions", List.copyOf(terms.regions()));
        properties.put("level", terms.level().name());
        properties.put("mode", terms.mode().name());
        properties.put("months", terms.months());
        properties.put("basis", terms.basis());
        properties.put("scenario", terms.scenario());
        properties.put("materialAsked", standing.materialAsked());
        properties.put("prepared", standing.prepared());
        properties.put("extensionAsked", standing.extensionAsked());
        properties.put("extended", standing.extended());
        properties.put("terminationProposedBy", standing.terminationProposedBy());
        properties.put("suspendedUntil", standing.suspension().until());
        properties.put("suspendableFrom", standing.suspension().next());
        properties.put("incidents", standing.suspension().incidents());
        properties.put("from", standing.from());
        properties.put("until", standing.until());
        properties.put("createdAt", agreement.createdAt());
        properties.put("changedAt", agreement.changedAt());
        return properties;
    }

    static Map<String, Object> properties(String agreement, AgreementEvent event) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("agreement", agreement);
        properties.put("version", event.version());
        properties.put("transition", event.transition().name());
        properties.put("from", event.from() == null ? null : event.from().name());
        properties.put("to", event.to().name());
        properties.put("department", event.department());
        properties.put("client", event.client());
        properties.put("at", event.at());
        properties.put("note", event.note());
        properties.put("filedWith", event.filedWith());
        properties.put("overseer", event.overseer() == null ? null : event.overseer().name());
        return properties;
    }

    static Map<String, Object> properties(String agreement, Deadline deadline) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("agreement", agreement);
        properties.put("code", deadline.code());
        properties.put("department", deadline.department());
        properties.put("startedOn", deadline.startedOn());
        properties.put("due", deadline.due());
        properties.put("pausedOn", deadline.pausedOn());
        properties.put("extended", deadline.extended());
        properties.put("endedOn", deadline.endedOn());
        return properties;
    }

    public static Agreement agreement(Value row, LocalDate today) {
        AgreementProgress standing = standing(row);
        return new Agreement(
                row.get("id").asString(),
                row.get("version").asLong(),
                state(AgreementState.valueOf(row.get("state").asString()), standing, today),
                terms(row),
                standing,
                row.get("createdAt").asZonedDateTime(),
                row.get("changedAt").asZonedDateTime(),
                row.get("deadlines").asList(AgreementRows::deadline).stream()
                        .sorted(
                                Comparator.comparing(Deadline::startedOn)
                                        .thenComparing(Deadline::code))
                        .toList());
    }

    /** What the calendar has made of it, whether or not that is written down yet. */
    private static AgreementState state(
            AgreementState kept, AgreementProgress standing, LocalDate today) {
        LocalDate until = standing.until();
        if (until != null
                && until.isBefore(today)
                && AgreementTransition.EXPIRE.from().contains(kept)) {
            return AgreementState.EXPIRED;
        }
        return AgreementTransition.END_SUSPENSION.from().contains(kept)
                        && standing.suspension().over(today)
                ? AgreementState.ACTIVE
                : kept;
    }

    private static AgreementProgress standing(Value row) {
        return new AgreementProgress(
                row.get("materialAsked").asBoolean(),
                row.get("prepared").asBoolean(),
                row.get("extensionAsked").isNull() ? null : row.get("extensionAsked").asInt(),
                row.get("extended").asBoolean(),
                text(row, "terminationProposedBy"),
                new Suspension(
                        date(row, "suspendedUntil"),
                        date(row, "suspendableFrom"),
                        strings(row, "incidents")),
                date(row, "from"),
                date(row, "until"));
    }

    private static Terms terms(Value row) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        strings(row, "purposes").forEach(letter -> purposes.add(Purpose.valueOf(letter)));
        return new Terms(
                row.get("provider").asString(),
                row.get("consumer").asString(),
                purposes,
                Terms.items(strings(row, "items")),
                Terms.items(strings(row, "masked")),
                new TreeSet<>(strings(row, "regions")),
                Level.valueOf(row.get("level").asString()),
                DeliveryMode.valueOf(row.get("mode").asString()),
                row.get("months").asInt(),
                row.get("basis").asString(),
                row.get("scenario").asString());
    }

    static Deadline deadline(Value row) {
        return new Deadline(
                row.get("code").asString(),
                row.get("department").asString(),
                row.get("startedOn").asLocalDate(),
                row.get("due").asLocalDate(),
                date(row, "pausedOn"),
                date(row, "endedOn"),
                null,
                row.get("extended").asBoolean(false));
    }

    public static AgreementEvent event(Value row) {
        String from = text(row, "from");
        return new AgreementEvent(
                row.get("version").asLong(),
                AgreementTransition.valueOf(row.get("transition").asString()),
                from == null ? null : AgreementState.valueOf(from),
                AgreementState.valueOf(row.get("to").asString()),
                row.get("department").asString(),
                row.get("client").asString(),
                row.get("at").asZonedDateTime(),
                text(row, "note"),
                text(row, "filedWith"),
                row.get("overseer").isNull()
                        ? null
                        : Overseer.valueOf(row.get("overseer").asString()));
    }

    private static List<String> strings(Value row, String key) {
        return row.get(key).isNull() ? List.of() : row.get(key).asList(Value::asString);
    }

    private static @Nullable String text(Value row, String key) {
        return row.get(key).isNull() ? null : row.get(key).asString();
    }

    private static @Nullable LocalDate date(Value row, String key) {
        return row.get(key).isNull() ? null : row.get(key).asLocalDate();
    }
}
