package org.lianji.records;

import org.lianji.people.Match;
import org.lianji.people.People;
import org.lianji.upload.RawRow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts a batch into chunks, at the same rows whenever the same content is sent, and makes them
 * ready: each row is checked by itself, and then resolved with all of its chunk, which is where
 * whoever finds out whom rows are about may look at many at once.
 */
public final class Chunks {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

    private final Iterator<RawRow> rows;
    private final RowChecks checks;
    private final People people;
    private long first = 1;

    public Chunks(Iterator<RawRow> rows, RowChecks checks, People people) {
        this.rows = rows;
        this.checks = checks;
        this.people = people;
    }

    /**
     * {@return the next chunk; the last one says so, and is empty only where the batch is}
     *
     * @param wanted the first row that is not written yet; chunks before it are cut and nothing
     *     more
     */
    public Chunk next(long wanted) {
        List<RawRow> gathered = new ArrayList<>();
        int size = 0;
        while (rows.hasNext() && gathered.size() < MOST_ROWS && size < MOST_CHARACTERS) {
            RawRow row = rows.next();
            gathered.add(row);
            size += row.size();
        }
        long begin = first;
        first += gathered.size();
        List<CheckedRow> ready =
                begin < wanted ? List.of() : resolve(gathered.stream().map(checks::check).toList());
        return new Chunk(begin, ready, !rows.hasNext());
    }

    private List<CheckedRow> resolve(List<CheckedRow> checked) {
        return checked.stream()
                .map(
                        one ->
                                one instanceof CheckedRow.Valid valid
                                        ? new CheckedRow.Valid(valid.raw(), resolve(valid.row()))
                                        : one)
                .toList();
    }

    private Row resolve(Row row) {
        return row.about(
                people.match(row.named()) instanceof Match.Certain certain
                        ? certain.identity()
                        : null);
    }
}
