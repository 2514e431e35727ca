package org.lianji.query;

import org.lianji.access.ItemAccessCheck;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Category;
import org.lianji.compiler.Compiler;
import org.lianji.items.Item;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.selection.QueryCode;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decision of a read, on one item of one record; who does not see it is written down. */
@Component
final class RecordAccessCheck implements ItemAccessCheck {

    private final RecordQueries reads;
    private final StatementExecutor reader;
    private final ReadAudit ledger;

    RecordAccessCheck(RecordQueries reads, StatementExecutor reader, ReadAudit ledger) {
        this.reads = reads;
        this.reader = reader;
        this.ledger = ledger;
    }

    @Override
    public Optional<VisibleItem> see(
            Caller caller, Reason stated, Category category, Item item, String record) {
        ReadPurpose reason = Admission.reason(stated);
        ReadAudit.AuditedRequest asked = new ReadAudit.AuditedRequest(caller, reason, record);
        try {
            Admission.admit(caller, reason);
        } catch (Problem refused) {
            ledger.refused(asked, refused);
            throw refused;
        }
        StatementExecutor.Read read =
                reader.read(
                        Compiler.compile(reads.question(caller, reason), category, item, record));
        reads.requireBasis(asked, read);
        if (!(read.data().get("persons") instanceof List<?> persons)) {
            ledger.refused(asked, hidden(category, item));
            return Optional.empty();
        }
        Instant shownFrom = read.shownFrom();
        return Optional.of(
                new VisibleItem(
                        persons.stream().map(String::valueOf).toList(),
                        shownFrom == null ? null : shownFrom.atZone(ZoneOffset.UTC)));
    }

    private static Problem hidden(Category category, Item item) {
        return new Problem(
                QueryCode.ITEM_NOT_GRANTED, Map.of("item", category.code() + "." + item.name()));
    }
}
