package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;

import java.util.List;
import java.util.stream.Stream;

/** What is done about services, on the chain, where the person reads it. */
final class ServiceEntries {

    /** What comes of it is help by services. */
    private static final String CATEGORY = "MZ14";

    private static final String RECIPIENT = "recipient.";

    private ServiceEntries() {}

    /** {@return the entry about a person; about nobody where the token is empty} */
    static Entry of(Caller caller, Kind kind, String person, @Nullable String basis, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                "E",
                basis,
                List.of(),
                person.isEmpty() ? List.of() : List.of(CATEGORY),
                person.isEmpty() ? List.of() : List.of(person),
                Digests.hex(what),
                null,
                kind == Kind.WRITE && !person.isEmpty() ? Act.SERVED : null);
    }

    /** {@return the entry about what a volunteer reads: where the person lives, if they let it} */
    static Entry ofVolunteer(Caller volunteer, ServiceOrder order, String basis) {
        boolean where = order.consent().recipientAddress() != null;
        return new Entry(
                Kind.READ,
                volunteer.department(),
                volunteer.client(),
                "E",
                basis,
                List.of(),
                where ? List.of(CATEGORY, RECIPIENT + "address") : List.of(CATEGORY),
                List.of(order.person()),
                Digests.hex(order.id() + " volunteer"),
                null,
                where ? Act.RECIPIENT_READ : Act.SERVED);
    }

    /** {@return the entry about what a person let a provider know, by name of what they named} */
    static Entry of(
            Caller caller, Kind kind, Act act, ServiceOrder order, String basis, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                "E",
                basis,
                List.of(),
                Stream.concat(
                                Stream.of(CATEGORY),
                                order.consent().named().stream().map(name -> RECIPIENT + name))
                        .toList(),
                List.of(order.person()),
                Digests.hex(what),
                null,
                act);
    }
}
