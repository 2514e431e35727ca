package org.lianji.access;

/** Whether looks at somebody are hidden from them, since they or a child may be in danger. */
public final class HiddenLooks {

    private HiddenLooks() {}

    /**
     * {@return the condition that looks at a person are hidden, as of {@code $now}}
     *
     * @param person variable of the person; no other of the statement is touched
     */
    public static String at(String person) {
        return """
        (EXISTS { MATCH (_hides:Basis)-[:CONCERNS]->(%1$s) WHERE _hides.shownFrom > $now }
          OR EXISTS { MATCH (_hides:Basis)-[:CONCERNS]->(:Identity {hash: %1$s.idHash}) WHERE _hides.shownFrom > $now })
        """
                .formatted(person);
    }
}
