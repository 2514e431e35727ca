package org.lianji.bench.city;

/** The nationalities that the city knows; names are those of the schema. */
enum Nation {
    HAN,
    MONGOL,
    MANCHU,
    HUI
}
