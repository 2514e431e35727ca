package org.lianji.contribution;

import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.records.Batch;
import org.lianji.records.RejectedRows;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Has the chain know who took rejected rows, which are as they were sent, before they leave. */
@Component
final class HandedOut {

    /** Wherever in a row it stands, and whatever was wrong with the row. */
    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<!\\d)[1-9]\\d{16}[0-9Xx](?![0-9Xx])");

    private final AuditLog chain;
    private final People people;

    HandedOut(AuditLog chain, People people) {
        this.chain = chain;
        this.people = people;
    }

    /** Names the batch, and the persons in the rows whom the graph knows. */
    void taken(Caller caller, Batch batch, List<RejectedRows.StoredRow> rows) {
        Set<Identity> named =
                rows.stream()
                        .map(RejectedRows.StoredRow::source)
                        .flatMap(Collection::stream)
                        .flatMap(text -> ID_NUMBER.matcher(text).results().map(MatchResult::group))
                        .map(number -> people.identity(number.replace('x', 'X')))
                        .collect(Collectors.toSet());
        chain.append(
                List.of(
                        new Entry(
                                Kind.EXPORT,
                                caller.department(),
                                caller.client(),
                                null,
                                batch.id(),
                                List.of(),
                                List.of(batch.category()),
                                List.copyOf(people.tokens(named).values()),
                                Digests.hex(batch.id()),
                                null)));
    }
}
