package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** A synthetic person, as the truth has it. */
record Person(
        Being being,
        Identity identity,
        Hukou hukou,
        Place place,
        Health health,
        Optional<School> school,
        Work work) {

    String id() {
        return identity.idNumber();
    }

    String name() {
        return identity.name();
    }

    int index() {
        return being.index();
    }

    boolean alive() {
        return being.alive();
    }

    LocalDate birth() {
        return being.birth();
    }

    /** Rural by registration: allowance, land and insurance go by it. */
    boolean rural() {
        return !hukou.village().urban();
    }

    boolean registered() {
        return hukou.registered();
    }

    boolean inCity() {
        return !place.isAway();
    }

    Job job() {
        return work.job();
    }

    County county() {
        return place.village().county();
    }
}
