package org.lianji.publication;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;

import java.util.List;

/** What is shown of needs, and asked for, on the chain. */
final class PublicationEntries {

    /** What comes of it is charity help. */
    private static final String CATEGORY = "MZ14";

    private PublicationEntries() {}

    /** {@return the entry} */
    static Entry of(Caller caller, Kind kind, List<String> persons, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                "F",
                null,
                List.of(),
                List.of(CATEGORY),
                persons,
                Digests.hex(what),
                null);
    }
}
