package org.lianji.access;

/**
 * How far consents bound a basis, for statements: {@code (:Basis)-[:ASKS]->(:Identity|Person)}
 * leads it to a relative who consented, for reads alone and for nothing else that flows do with
 * whom a basis is about; {@code (:Basis)-[:SPARES {from}]->(:Identity|Person)} leads it to somebody
 * no longer, from then on, by whatever way.
 */
public final class ConsentBounds {

    private ConsentBounds() {}

    /**
     * {@return the condition that somebody's consent is over, or was taken back}
     *
     * @param basis its variable
     * @param person its variable
     * @param now what stands for the present
     */
    public static String spare(String basis, String person, String now) {
        return "EXISTS { MATCH (%1$s)-[_spares:SPARES]->(_spared) WHERE _spares.from <= %3$s AND (_spared = %2$s OR _spared.hash = %2$s.idHash) }"
                .formatted(basis, person, now);
    }
}
