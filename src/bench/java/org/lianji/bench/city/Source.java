package org.lianji.bench.city;

/** One department's part of what is known of a kin. */
interface Source {

    void write(Kin kin, Rows rows, Dice dice);
}
