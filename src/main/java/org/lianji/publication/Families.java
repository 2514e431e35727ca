package org.lianji.publication;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Who is one family: persons who were ever known in one household, also by way of others. */
final class Families {

    private final Map<String, String> next = new HashMap<>();

    Families(Collection<OpenNeed> needs) {
        for (OpenNeed need : needs) {
            for (String household : need.households()) {
                next.put(of("household " + household), of(need.person()));
            }
        }
    }

    /** {@return how many families the needs are of} */
    long among(Collection<OpenNeed> needs) {
        return needs.stream().map(need -> of(need.person())).distinct().count();
    }

    private String of(String one) {
        String last = one;
        for (String further = next.get(last);
                further != null && !further.equals(last);
                further = next.get(last)) {
            last = further;
        }
        return last;
    }
}
