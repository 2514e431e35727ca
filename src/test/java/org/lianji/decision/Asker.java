package org.lianji.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the demo clients.
 *
 * @param client name it signs in with
 * @param department code, or something else
 * @param role the only one that matters for reading
 * @param region whose people it looks after
 */
record Asker(String client, String department, String role, String region) {

    static final Asker CITIZEN = new Asker("citizen", "", "CITIZEN", "");
    static final Asker CHARITY = new Asker("charity-a", "53150900MJ0000018Q", "CHARITY", "");
    static final Asker AUDITOR = new Asker("auditor", "", "AUDITOR", "");

    static final Asker CADRE = new Asker("mz-village", "MZ", "VILLAGE_CADRE", Places.VILLAGE);
    static final Asker ASSISTANT = new Asker("mz-assistant", "MZ", "ASSISTANT", Places.TOWN);

    static final Asker SOCIAL_WORKER = new Asker("mz-social", "MZ", "SOCIAL_WORKER", Places.TOWN);
    static final Asker VOLUNTEER = new Asker("volunteer-b", "53150900MJ0000026K", "VOLUNTEER", "");

    static final Asker PROVIDER = new Asker("provider-a", "91150924MA0000015R", "PROVIDER", "");

    boolean citizen() {
        return role.equals("CITIZEN");
    }

    /** {@return whether they go to doors, and read of nobody to whom they aren't sent by name} */
    boolean atTheDoor() {
        return List.of("VILLAGE_CADRE", "ASSISTANT", "SOCIAL_WORKER").contains(role);
    }

    static Asker system(String department) {
        return new Asker(client(department, ""), department, "SYSTEM", Places.CITY);
    }

    static Asker head(String department) {
        return new Asker(client(department, "-head"), department, "SHARING_HEAD", Places.CITY);
    }

    static Asker county(String department) {
        return new Asker(
                client(department, "-county"), department, "COUNTY_OFFICER", Places.COUNTY);
    }

    static Asker town(String department) {
        return new Asker(client(department, "-town"), department, "TOWN_OFFICER", Places.TOWN);
    }

    static List<Asker> all(List<String> departments) {
        List<Asker> all =
                new ArrayList<>(
                        List.of(
                                CITIZEN,
                                CHARITY,
                                AUDITOR,
                                CADRE,
                                ASSISTANT,
                                SOCIAL_WORKER,
                                VOLUNTEER,
                                PROVIDER));
        for (String department : departments) {
            all.addAll(
                    List.of(
                            system(department),
                            head(department),
                            county(department),
                            town(department)));
        }
        return all;
    }

    private static String client(String department, String suffix) {
        return department.toLowerCase(Locale.ROOT) + suffix;
    }
}
