package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Callers of all kinds, whom a table is tried with, and what they could do. */
public final class Everybody {

    /** Where the matter lies. */
    public static final String COUNTY = "150924000000";

    private static final String ELSEWHERE = "150981000000";

    private Everybody() {}

    /**
     * {@return an actor for each department, role, region, client and person}
     *
     * @param lead code of the leading department
     * @param clients names
     * @param persons tokens for whom a client speaks, beside nobody
     */
    public static List<Actor> of(
            String lead, List<String> clients, List<String> persons, LocalDate today) {
        List<@Nullable String> selves = new ArrayList<>(persons);
        selves.addFirst(null);
        List<Actor> all = new ArrayList<>();
        for (String department : List.of(lead, "GA")) {
            for (Role role : Role.values()) {
                for (String region : List.of(COUNTY, ELSEWHERE)) {
                    for (String client : clients) {
                        for (@Nullable String self : selves) {
                            Caller caller =
                                    new Caller(department, client, Set.of(role), region, self);
                            all.add(new Actor(caller, lead, today));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** {@return a line for each state, with the steps that somebody took from it} */
    public static List<String> table(SortedMap<String, ? extends Set<String>> taken) {
        int width = taken.keySet().stream().mapToInt(String::length).max().orElseThrow();
        return taken.entrySet().stream()
                .map(
                        one ->
                                (one.getKey()
                                                + " ".repeat(width - one.getKey().length())
                                                + " | "
                                                + String.join(" ", one.getValue()))
                                        .stripTrailing())
                .toList();
    }
}
