package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;

import java.util.List;

/** What is done for a person in distress, and with the money for it, on the chain. */
final class ReliefEntries {

    /** Temporary relief. */
    static final String CATEGORY = "MZ05";

    private ReliefEntries() {}

    /**
     * {@return the entry}
     *
     * @param person whom it is about, who reads of it; null where it is about nobody, or about
     *     somebody who isn't known
     */
    static Entry of(
            Caller caller,
            Kind kind,
            @Nullable String person,
            @Nullable String basis,
            String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                "D",
                basis,
                List.of(),
                List.of(CATEGORY),
                person == null ? List.of() : List.of(person),
                Digests.hex(what),
                null);
    }
}
