package org.lianji.export;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;
import org.lianji.selection.QueryCode;
import org.lianji.selection.Withheld;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An export under way: its first page has been decided and read, the others will be in turn. */
final class Export {

    private static final Set<Withheld.Code> IN_PART =
            Set.of(Withheld.Code.MASKED, Withheld.Code.MINORS);

    /** Reads pages. */
    interface Source {

        /**
         * @throws Problem where it is refused
         */
        ExportPage page(@Nullable String after, long atMost);
    }

    private final ExportQuestion question;
    private final Source source;
    private final ExportPage first;
    private final List<ExportColumn> columns;

    /**
     * @throws Problem where the category is not granted at all
     */
    Export(ExportQuestion question, Source source) {
        this.question = question;
        this.source = source;
        this.first = source.page(question.after(), question.rows());
        this.columns = question.columns().stream().filter(Predicate.not(this::hidden)).toList();
    }

    private boolean hidden(ExportColumn column) {
        String item = question.category().code() + "." + column.name();
        return first.decision().withheld().stream()
                .anyMatch(one -> one.item().equals(item) && !IN_PART.contains(one.code()));
    }

    /** {@return the columns of what is granted, in clear or masked} */
    List<ExportColumn> columns() {
        return columns;
    }

    /**
     * {@return what is withheld, whole or in part, as a list of structured fields (RFC 9651):
     * {@code GA03.value;code=MASKED, GA03;code=MINORS}}
     */
    String withheld() {
        return first.decision().withheld().stream()
                .map(one -> one.item() + ";code=" + one.code())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /**
     * Writes all pages, each decided and entered on the chain before a byte of it is written.
     *
     * @throws Problem where one is refused, or is granted less or more than the first
     */
    void write(ExportFile file) throws IOException {
        ExportPage page = first;
        String cursor = question.after();
        long left = question.rows();
        while (true) {
            for (Map<String, Object> edge : page.edges()) {
                file.row(row(edge));
                cursor = (String) edge.get(ExportColumn.CURSOR);
            }
            left -= page.edges().size();
            file.flush();
            if (!page.more() || left == 0) {
                file.end(page.more() ? cursor : null);
                return;
            }
            page = source.page(cursor, left);
            if (!page.decidedAs(first)) {
                throw new Problem(QueryCode.EXPORT_CHANGED);
            }
        }
    }

    private Map<String, @Nullable Object> row(Map<String, Object> edge) {
        Map<?, ?> record = (Map<?, ?>) Objects.requireNonNull(edge.get("node"));
        Map<?, ?> person = (Map<?, ?>) record.get(ExportColumn.PERSON);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (ExportColumn column : columns) {
            row.put(
                    column.name(),
                    switch (column.name()) {
                        case ExportColumn.CURSOR -> edge.get(ExportColumn.CURSOR);
                        case ExportColumn.PERSON -> person == null ? null : person.get("id");
                        case ExportColumn.ID_NUMBER ->
                                person == null ? null : person.get(ExportColumn.ID_NUMBER);
                        default -> record.get(column.name());
                    });
        }
        return row;
    }
}
