package org.lianji.records;

import org.lianji.upload.RawRow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cuts a batch into chunks, at the same rows whenever the same content is sent. */
public final class Chunks {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

    private final Iterator<RawRow> rows;
    private final RowChecks checks;
    private long first = 1;

    public Chunks(Iterator<RawRow> rows, RowChecks checks) {
        this.rows = rows;
        this.checks = checks;
    }

    /**
     * {@return the next chunk; the last one says so, and is empty only where the batch is}
     *
     * @param wanted the first row that is not written yet; chunks before it are cut but not checked
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
        List<CheckedRow> checked =
                begin < wanted ? List.of() : gathered.stream().map(checks::check).toList();
        return new Chunk(begin, checked, !rows.hasNext());
    }
}
