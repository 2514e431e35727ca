package org.lianji.people;

/** When relations between persons, households and regions hold, for statements. */
public final class DatedRelations {

    private DatedRelations() {}

    /** {@return the condition that a relation holds {@code $today}} */
    public static String held(String relation) {
        return held(relation, "$today");
    }

    /**
     * {@return the condition that a relation holds on a day}
     *
     * @param relation its variable
     * @param day what stands for the day
     */
    public static String held(String relation, String day) {
        return "(%1$s.from IS NULL OR %1$s.from <= %2$s) AND (%1$s.to IS NULL OR %1$s.to > %2$s)"
                .formatted(relation, day);
    }

    /**
     * {@return the condition that a relation holds {@code $today}, or held until somebody's death
     * ended it: who looks for what a death left behind looks among those who were near}
     *
     * @param relation its variable
     */
    public static String heldInLife(String relation) {
        return "(%1$s.from IS NULL OR %1$s.from <= $today) AND (%1$s.to IS NULL OR %1$s.to > $today OR %1$s.to = %1$s.died)"
                .formatted(relation);
    }
}
