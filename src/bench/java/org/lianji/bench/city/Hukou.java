package org.lianji.bench.city;

/** A registered household; newcomers have none in the city ({@code no} is empty). */
record Hukou(String no, Village village) {

    boolean registered() {
        return !no.isEmpty();
    }
}
