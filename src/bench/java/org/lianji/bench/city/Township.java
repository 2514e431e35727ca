package org.lianji.bench.city;

/** A town, township, sumu or street: nine digits of a region's code. */
record Township(String code, String name, County county) {

    String region() {
        return code + "000";
    }
}
