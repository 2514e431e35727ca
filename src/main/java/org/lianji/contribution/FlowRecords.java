package org.lianji.contribution;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Values;
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
import org.lianji.upload.Finding;
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
        Map<String, Object> row = new HashMap<>(record.items());
        row.put(Columns.RECORD_NO, record.recordNo());
        row.put(Columns.OBSERVED_AT, record.observedAt().toString());
        List<Finding> findings =
                write(
                        author,
                        new Origin(
                                record.category(),
                                record.matter(),
                                record.person(),
                                record.recordNo() + "@" + record.observedAt()),
                        row);
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "A flow's record of "
                            + record.category()
                            + " is refused: "
                            + findings.stream()
                                    .map(finding -> finding.code() + " " + finding.pointer())
                                    .toList());
        }
    }

    /**
     * Writes a row that an officer has stated of somebody of the flow's, as {@link #write(Caller,
     * FlowRecord)}; whom it is about the flow tells, not the row.
     *
     * @param origin what it is a record of
     * @param row as in a contribution
     * @return everything wrong with it; where there is anything, nothing is written
     */
    public List<Finding> write(Caller author, Origin origin, Map<String, Object> row) {
        Category category = catalogue.category(origin.category()).orElseThrow();
        RequestContent content = content(origin.matter(), origin.person(), row);
        Chunk chunk = checked(category, content);
        List<Finding> findings = findings(chunk);
        if (!findings.isEmpty()) {
            return findings;
        }
        Caller owner =
                new Caller(category.owner().code(), author.client(), author.roles(), "", null);
        BatchHandle batch = batches.ofFlow(owner, category, origin.key(), content);
        if (!batch.complete()) {
            writer.write(batch, category, chunk);
        }
        return List.of();
    }

    /**
     * What a row is a record of.
     *
     * @param category code of its category
     * @param matter identifier of the matter that leads to the person
     * @param person token of whom it is about
     * @param key what is written once under it; again it changes nothing
     */
    public record Origin(String category, String matter, String person, String key) {}

    /** {@return everything wrong with a row, if it were about that person} */
    public List<Finding> findings(
            String code, String matter, String person, Map<String, Object> row) {
        return findings(
                checked(catalogue.category(code).orElseThrow(), content(matter, person, row)));
    }

    private static List<Finding> findings(Chunk chunk) {
        return chunk.rows().getFirst() instanceof CheckedRow.Invalid invalid
                ? invalid.findings()
                : List.of();
    }

    private RequestContent content(String matter, String person, Map<String, Object> stated) {
        Map<String, Object> row = new HashMap<>(stated);
        row.keySet().remove(Columns.PERSON_NAME);
        row.put(Columns.ID_NUMBER, number(matter, person));
        return new RequestContent(List.of(row));
    }

    private Chunk checked(Category category, RequestContent content) {
        return new Chunks(
                        content.rows(),
                        category,
                        new RowChecks(category, values, people, regions),
                        people,
                        names)
                .next(1);
    }

    private String number(String matter, String person) {
        String own = persons.own(matter, person).orElse(person);
        return people.known(own).orElseThrow().number();
    }
}
