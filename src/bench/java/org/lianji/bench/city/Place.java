package org.lianji.bench.city;

/** Where a person lives; the village of one who lives outside the city is that of registration. */
record Place(Whereabouts whereabouts, Village village) {

    enum Whereabouts {
        HOME,
        ELSEWHERE_IN_CITY,
        AWAY
    }

    static Place home(Village village) {
        return new Place(Whereabouts.HOME, village);
    }

    static Place inCity(Village village) {
        return new Place(Whereabouts.ELSEWHERE_IN_CITY, village);
    }

    static Place away(Village registration) {
        return new Place(Whereabouts.AWAY, registration);
    }

    boolean isHome() {
        return whereabouts == Whereabouts.HOME;
    }

    boolean isAway() {
        return whereabouts == Whereabouts.AWAY;
    }
}
