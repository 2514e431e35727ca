package org.lianji.relief;

import org.lianji.clocks.Deadline;
import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.items.Yuan;
import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a case puts into the library: temporary relief (MZ05) and, of somebody who was found without
 * identity, relief of a roaming person (MZ06) once it is known who they are: the library holds
 * nobody without a number.
 */
@Component
final class ReliefRecords {

    private static final String ROAMING = "MZ06";

    private final FlowRecords records;

    ReliefRecords(FlowRecords records) {
        this.records = records;
    }

    /** Writes how a case stands whose help has reached a person who is known. */
    void write(Caller worker, ReliefCase relief) {
        records.write(worker, record(ReliefEntries.CATEGORY, relief, temporary(relief)));
        if (relief.about().temporaryNo() instanceof String temporaryNo) {
            records.write(worker, record(ROAMING, relief, roaming(relief, temporaryNo)));
        }
    }

    private static FlowRecord record(
            String category, ReliefCase relief, Map<String, Object> items) {
        return new FlowRecord(
                category,
                Objects.requireNonNull(relief.about().person()),
                relief.id(),
                observedAt(relief),
                items);
    }

    /** Of two steps in the same moment the later one is the newer version. */
    private static OffsetDateTime observedAt(ReliefCase relief) {
        return relief.changedAt().toOffsetDateTime().plus(relief.version(), ChronoUnit.MILLIS);
    }

    private static Map<String, Object> temporary(ReliefCase relief) {
        Map<String, Object> items = new HashMap<>();
        items.put("kind", "EMERGENCY");
        items.put("cause", relief.found().cause().name());
        items.put("reliefFirst", true);
        items.put("occurredRegion", relief.found().places().getFirst());
        items.put("grantedAt", relief.givenAt().toOffsetDateTime().toString());
        if (relief.help().amount() instanceof Long fen) {
            items.put("amount", Yuan.text(fen));
        }
        if (relief.help().goods() instanceof String goods) {
            items.put("goods", goods);
        }
        relief.deadlines().stream()
                .filter(one -> one.code().equals(Reliefs.PAPERS_CLOCK))
                .map(Deadline::due)
                .forEach(due -> items.put("paperworkDueOn", due.toString()));
        if (relief.papers().papersDoneOn() instanceof LocalDate done) {
            items.put("paperworkDoneOn", done.toString());
        }
        if (relief.referral() instanceof String referral) {
            items.put("referral", referral);
        }
        return items;
    }

    private static Map<String, Object> roaming(ReliefCase relief, String temporaryNo) {
        return Map.of(
                "tempPersonNo",
                temporaryNo,
                "identified",
                true,
                "foundAt",
                relief.found().foundAt().toOffsetDateTime().toString(),
                "foundRegion",
                relief.found().places().getFirst());
    }
}
