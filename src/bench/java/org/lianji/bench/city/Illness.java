package org.lianji.bench.city;

import java.time.LocalDate;

/** A disease that clinics keep on a list; {@code group} is named as in the schema. */
record Illness(String group, boolean serious, LocalDate since) {}
