package org.lianji.bench.city;

/** What a person's papers say. */
record Identity(String idNumber, String name, Nation nation) {}
