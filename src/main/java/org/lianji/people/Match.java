package org.lianji.people;

import java.util.List;

/** Whether an incoming identity is somebody known. */
public sealed interface Match {

    /**
     * @param identity the one person it can be
     */
    record Certain(Identity identity) implements Match {}

    /**
     * @param people tokens of those it may be; a human decides
     */
    record Possible(List<String> people) implements Match {}

    /** Nobody can be told from it. */
    record None() implements Match {}
}
