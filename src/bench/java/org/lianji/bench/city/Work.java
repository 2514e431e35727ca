package org.lianji.bench.city;

import java.time.LocalDate;

/**
 * A person's living.
 *
 * @param income CNY a month, pension and farming included
 * @param employer unified social credit code, empty without one
 */
record Work(Job job, double income, String employer, LocalDate since) {}
