package org.lianji.publication;

import java.util.Set;

/**
 * A need that waits to be published.
 *
 * @param id of the need
 * @param person token of whom it is for
 * @param households keys of all that the person has ever been known in
 * @param cell as fine as it may be shown
 */
record OpenNeed(String id, String person, Set<String> households, NeedCell cell) {

    OpenNeed {
        households = Set.copyOf(households);
    }

    OpenNeed in(NeedCell coarser) {
        return new OpenNeed(id, person, households, coarser);
    }
}
