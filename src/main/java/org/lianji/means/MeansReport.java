package org.lianji.means;

import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.items.Yuan;
import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The report of a check (核对报告), as the library has it. */
@Component
public final class MeansReport {

    static final String CATEGORY = "MZ12";

    /** As the catalogue calls what isn't outside. */
    private static final String LIBRARY = "OTHER";

    private final FlowRecords records;
    private final Clock clock;

    MeansReport(FlowRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** {@return the item that a sum is written into, with its category} */
    public static String item(OutsideSum sum) {
        return CATEGORY + "." + sum.item();
    }

    /**
     * Writes it: whom it asked and who answered, the sums that were told of the family, and what
     * follows.
     *
     * @param applicant token of whom it is about
     * @param request number of what asked for it: of the case itself, or of a review of it
     */
    public void write(
            Caller officer,
            String applicant,
            String request,
            MeansInquiry inquiry,
            MeansCheck.Outcome outcome,
            LocalDate validUntil) {
        MeansAnswer.Conclusion conclusion = MeansAnswer.conclusion(outcome.answers());
        List<OutsideReply> answered =
                outcome.file().replies().stream().filter(reply -> reply.status().read()).toList();
        Map<String, Object> items = new HashMap<>(sums(answered));
        items.put("requestNo", request);
        items.put("caseNo", inquiry.number());
        items.put("consentNo", inquiry.consentNo());
        items.put(
                "sources",
                Stream.concat(
                                answered.stream().map(reply -> reply.kind().name()),
                                Stream.of(LIBRARY))
                        .toList());
        items.put("overLimit", conclusion == MeansAnswer.Conclusion.OVER_LIMITS);
        items.put("conclusion", conclusion.name());
        items.put("issuedOn", LocalDate.now(clock).toString());
        items.put("validUntil", validUntil.toString());
        records.write(
                officer,
                new FlowRecord(
                        CATEGORY,
                        applicant,
                        inquiry.number(),
                        request,
                        OffsetDateTime.now(clock),
                        items));
    }

    private static Map<String, String> sums(List<OutsideReply> answered) {
        Map<OutsideSum, Long> totals = new EnumMap<>(OutsideSum.class);
        for (OutsideReply reply : answered) {
            totals.merge(reply.kind().sum(), reply.total(), Long::sum);
        }
        Map<String, String> items = new HashMap<>();
        totals.forEach((sum, fen) -> items.put(sum.item(), Yuan.text(fen)));
        return items;
    }
}
