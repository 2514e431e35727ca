package org.lianji.bench.city;

import java.time.LocalDate;

/**
 * A pupil's or student's place at school; {@code stage} and {@code state} are named as in the
 * schema.
 */
record School(String stage, int grade, String state, boolean boards, LocalDate enrolled) {

    boolean attending() {
        return state.equals("ENROLLED") || state.equals("SUSPENDED");
    }

    boolean compulsory() {
        return stage.equals("PRIMARY") || stage.equals("JUNIOR_SECONDARY");
    }

    boolean higher() {
        return stage.equals("JUNIOR_COLLEGE") || stage.equals("UNDERGRADUATE");
    }
}
