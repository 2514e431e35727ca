package org.lianji.bench.city;

enum Sex {
    MALE,
    FEMALE;

    Sex other() {
        return this == MALE ? FEMALE : MALE;
    }
}
