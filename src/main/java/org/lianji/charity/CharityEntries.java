package org.lianji.charity;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;

import java.util.List;

/** What is done with organisations and offers, on the chain: about nobody. */
final class CharityEntries {

    private CharityEntries() {}

    /** {@return the entry} */
    static Entry of(Caller caller, String what) {
        return new Entry(
                Kind.WRITE,
                caller.department(),
                caller.client(),
                "F",
                null,
                List.of(),
                List.of(),
                List.of(),
                Digests.hex(what),
                null);
    }
}
