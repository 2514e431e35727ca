package org.lianji.records;

/** What became of a row. */
public enum OutcomeKind {
    ACCEPTED('A'),
    SUPERSEDED('S'),
    UNCHANGED('U'),
    TO_REVIEW('T'),
    REJECTED('R'),
    SKIPPED('E');

    private final char letter;

    OutcomeKind(char letter) {
        this.letter = letter;
    }

    /** {@return how it is kept} */
    char letter() {
        return letter;
    }

    static OutcomeKind of(char letter) {
        for (OutcomeKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no outcome has that letter");
    }
}
