package org.lianji.bench.city;

import java.util.Optional;

/** How well a person is. */
record Health(Optional<Disability> disability, Optional<Illness> illness, boolean mentalDisorder) {

    boolean severelyDisabled() {
        return disability.filter(Disability::severe).isPresent();
    }

    boolean seriouslyIll() {
        return illness.filter(Illness::serious).isPresent();
    }

    boolean unableToWork() {
        return severelyDisabled() || seriouslyIll() || mentalDisorder;
    }
}
