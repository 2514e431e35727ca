package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;

import java.util.List;
import java.util.stream.Stream;

/** What is done about a person's need, on the chain, where they read it. */
final class ReferralEntries {

    /** What comes of it is charity help. */
    private static final String CATEGORY = "MZ14";

    private static final String RECIPIENT = "recipient.";

    private ReferralEntries() {}

    /** {@return the entry} */
    static Entry of(Caller caller, Kind kind, String person, @Nullable String basis, String what) {
        return of(caller, kind, List.of(person), basis, what);
    }

    /** {@return the entry about several people} */
    static Entry of(
            Caller caller, Kind kind, List<String> persons, @Nullable String basis, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                "F",
                basis,
                List.of(),
                List.of(CATEGORY),
                persons,
                Digests.hex(what),
                null,
                kind == Kind.WRITE ? Act.REFERRED : null);
    }

    /** {@return the entry about what a person let a charity know, by name of what they named} */
    static Entry of(Caller caller, Kind kind, Act act, Pairing pairing, String basis, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                "F",
                basis,
                List.of(),
                Stream.concat(
                                Stream.of(CATEGORY),
                                pairing.consent().named().stream().map(name -> RECIPIENT + name))
                        .toList(),
                List.of(pairing.person()),
                Digests.hex(what),
                null,
                act);
    }
}
