package org.lianji.contribution;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Values;
import org.lianji.people.Identity;
import org.lianji.people.KnownNames;
import org.lianji.people.MergedPersons;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.records.BatchHandle;
import org.lianji.records.CheckedRow;
import org.lianji.records.Chunk;
import org.lianji.records.ChunkWriter;
import org.lianji.records.Chunks;
import org.lianji.records.RowChecks;
import org.lianji.upload.Columns;
import org.lianji.upload.RequestContent;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What flows write into the library (社会救助法 §42: results are shared and recognised), by the way of
 * every contribution: the same checks of the row, versions, relations, news, and an entry on the
 * chain, all in the flow's own transaction. So there is no decision without its record and no
 * record without its decision.
 */
@Component
public final class FlowRecords {

    private final Catalogue catalogue;
    private final Values values;
    private final People people;
    private final Regions regions;
    private final KnownNames names;
    private final MergedPersons persons;
    private final BatchRegistry batches;
    private final ChunkWriter writer;

    FlowRecords(
            Catalogue catalogue,
            Values values,
            People people,
            Regions regions,
            KnownNames names,
            MergedPersons persons,
            BatchRegistry batches,
            ChunkWriter writer) {
        this.catalogue = catalogue;
        this.values = values;
        this.people = people;
        this.regions = regions;
        this.names = names;
        this.persons = persons;
        this.batches = batches;
        this.writer = writer;
    }

    /**
     * Writes a record in the transaction under way, as one of the category's owner, by the number
     * of whom the flow's matter was begun for: where they were merged into another since, a split
     * leaves it with them. Writing the same again changes nothing.
     *
     * @param author who took the step that it comes from, named on the chain by their client
     * @throws IllegalStateException where the row would be refused: the flow should have seen to it
     */
    public void write(Caller author, FlowRecord record) {
        Category category = catalogue.category(record.category()).orElseThrow();
        RequestContent content = new RequestContent(List.of(values(record)));
        Chunk chunk =
                new Chunks(
                                content.rows(),
                                category,
                                new RowChecks(category, values, people, regions),
                                people,
                                names)
                        .next(1);
        if (chunk.rows().getFirst() instanceof CheckedRow.Invalid invalid) {
            throw new IllegalStateException(
                    "A flow's record of "
                            + category.code()
                            + " is refused: "
                            + invalid.findings().stream()
                                    .map(finding -> finding.code() + " " + finding.pointer())
                                    .toList());
        }
        Caller owner =
                new Caller(category.owner().code(), author.client(), author.roles(), "", null);
        BatchHandle batch =
                batches.ofFlow(
                        owner, category, record.recordNo() + "@" + record.observedAt(), content);
        if (!batch.complete()) {
            writer.write(batch, category, chunk);
        }
    }

    private Map<String, Object> values(FlowRecord record) {
        String own = persons.own(record.matter(), record.person()).orElse(record.person());
        Identity person = people.known(own).orElseThrow();
        Map<String, Object> values = new HashMap<>(record.items());
        values.put(Columns.ID_NUMBER, person.number());
        values.put(Columns.RECORD_NO, record.recordNo());
        values.put(Columns.OBSERVED_AT, record.observedAt().toString());
        return values;
    }
}
