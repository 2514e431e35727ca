package org.lianji.bench.city;

/** Relation to the head of a registered household; names are those of the schema. */
enum Relation {
    HEAD,
    SPOUSE,
    SON,
    DAUGHTER,
    GRANDCHILD,
    MATERNAL_GRANDCHILD,
    FATHER,
    MOTHER,
    PARENT_IN_LAW;

    static Relation child(Sex sex) {
        return sex == Sex.MALE ? SON : DAUGHTER;
    }
}
