package org.lianji.records;

import org.lianji.catalogue.Category;
import org.lianji.people.Identity;
import org.lianji.people.KnownNames;
import org.lianji.people.Match;
import org.lianji.people.People;
import org.lianji.upload.RawRow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

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
    private final KnownNames names;
    private final Category category;
    private long first = 1;

    public Chunks(
            Iterator<RawRow> rows,
            Category category,
            RowChecks checks,
            People people,
            KnownNames names) {
        this.rows = rows;
        this.category = category;
        this.checks = checks;
        this.people = people;
        this.names = names;
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
        KnownNames.Names known =
                names.of(
                        checked.stream()
                                .filter(CheckedRow.Valid.class::isInstance)
                                .map(one -> ((CheckedRow.Valid) one).row().named())
                                .filter(Objects::nonNull)
                                .toList(),
                        category.owner().code());
        return checked.stream()
                .map(
                        one ->
                                one instanceof CheckedRow.Valid valid
                                        ? new CheckedRow.Valid(
                                                valid.raw(), resolve(valid.row(), known))
                                        : one)
                .toList();
    }

    /** What the register says is so; what others say must agree. */
    private boolean contradict(KnownNames.Names known, Row row, Identity person) {
        if (!category.code().equals(KnownNames.REGISTER)) {
            return known.contradict(
                    person,
                    RecordGraph.key(category, row),
                    row.personName(),
                    KnownNames.OF_LIFE.contains(category.code()));
        }
        if (row.items().get(KnownNames.REGISTERED_NAME) instanceof String name) {
            known.registered(person, name);
        }
        return false;
    }

    private Row resolve(Row row, KnownNames.Names known) {
        return switch (people.match(row.named())) {
            case Match.Certain certain when contradict(known, row, certain.identity()) ->
                    row.differing();
            case Match.Certain certain -> row.about(certain.identity());
            case Match.Possible _, Match.None _ -> row.about(null);
        };
    }
}
