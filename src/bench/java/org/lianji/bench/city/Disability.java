package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;

/** A certified disability, GB/T 26341; {@code type} is named as in the schema. */
record Disability(String type, int grade, LocalDate issued) {

    private static final String KINDS =
            "VISUAL HEARING SPEECH PHYSICAL INTELLECTUAL MENTAL MULTIPLE";

    boolean ofTheMind() {
        return type.equals("MENTAL") || type.equals("INTELLECTUAL");
    }

    /** Severe as social assistance counts: grades 1 and 2, and grade 3 of the mind. */
    boolean severe() {
        return grade <= 2 || grade == 3 && ofTheMind();
    }

    /** The certificate's number: ID number, kind, grade. */
    String certificate(String idNumber) {
        int kind = List.of(KINDS.split(" ")).indexOf(type) + 1;
        return idNumber + kind + grade;
    }
}
