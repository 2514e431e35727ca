package org.lianji.charity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Who is one family: persons who were ever known in one household, also by way of others. */
public final class OneFamily {

    private final Map<String, String> next = new HashMap<>();

    /**
     * Tells of a person.
     *
     * @param person token
     * @param households keys of all that they have ever been known in
     */
    public void add(String person, Collection<String> households) {
        for (String household : households) {
            next.put(of("household " + household), of(person));
        }
    }

    /** {@return what all of the person's family have in common, of those told of so far} */
    public String of(String person) {
        String last = person;
        for (String further = next.get(last);
                further != null && !further.equals(last);
                further = next.get(last)) {
            last = further;
        }
        return last;
    }
}
