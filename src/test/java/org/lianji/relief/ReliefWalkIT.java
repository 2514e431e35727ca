package org.lianji.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.relief.Distress.code;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.items.Yuan;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * First help at random, against a plain account of it: what the fund has, what each tier lets be
 * given, and who was helped for what this year. {@code -Dwalk.seed} walks the same way again.
 */
@HubTest
@Import(MovingClock.class)
class ReliefWalkIT {

    private static final List<String> PEOPLE =
            List.of("152627195801035714", "152627196005053510", "152627195801035749");
    private static final List<String> CAUSES = List.of("ACCIDENT", "ILLNESS");
    private static final String FOUND = "2026-11-26T09:30:00+08:00";
    private static final int STEPS = 200;
    private static final int MOST_OPENED = 24;

    /** A month's standard of the county, the higher of its two areas; ten of them are the cap. */
    private static final long STANDARD = 82_300;

    private static final long CAP = 10 * STANDARD;

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private final long seed = Long.getLong("walk.seed", System.nanoTime());
    private final Random dice = new Random(seed);
    private final List<Account> accounts = new ArrayList<>();
    private final Set<String> helped = new HashSet<>();
    private long fund = 300_000;

    /** One case, as it should be. */
    private static final class Account {

        private final String id;
        private final String who;
        private JsonNode version;
        private String state = "REPORTED";
        private boolean again;
        private long given;
        private @Nullable Long approved;

        Account(JsonNode opened, String who) {
            this.id = opened.at("/id").asString();
            this.who = who;
            this.version = opened;
        }
    }

    @Test
    void givesNoMoreThanATierNoMoreThanThereIsAndOnceAYearForACause() {
        System.out.printf("Relief walks with -Dwalk.seed=%d%n", seed);
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        Distress distress = new Distress(hub);
        for (int i = 0; i < PEOPLE.size(); i++) {
            new Monitored(hub, catalogue)
                    .register(
                            "N" + i,
                            PEOPLE.get(i),
                            Distress.VILLAGE,
                            LocalDate.parse("2026-11-01"));
        }
        distress.funded("3000.00");
        for (int step = 0; step < STEPS; step++) {
            walk(distress);
            assertThat(distress.balance("MZ-TOWN"))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(Yuan.text(fund))
                    .doesNotStartWith("-");
        }
        assertThat(accounts).anyMatch(one -> one.given > STANDARD).anyMatch(one -> one.again);
        for (Account one : accounts) {
            assertThat(distress.seen("MZ-COUNTY", one.version).at("/state").asString())
                    .as("seed %d, %s", seed, one.id)
                    .isEqualTo(one.state);
        }
    }

    private void walk(Distress distress) {
        if (accounts.isEmpty() || accounts.size() < MOST_OPENED && dice.nextInt(4) == 0) {
            open(distress);
            return;
        }
        Account one = accounts.get(dice.nextInt(accounts.size()));
        switch (dice.nextInt(6)) {
            case 0, 1 -> give(distress, one);
            case 2 -> allowAgain(distress, one);
            case 3 -> allowMore(distress, one);
            case 4 -> payPart(distress, one);
            default -> topUp(distress);
        }
    }

    private void open(Distress distress) {
        String person = PEOPLE.get(dice.nextInt(PEOPLE.size()));
        String cause = CAUSES.get(dice.nextInt(CAUSES.size()));
        JsonNode opened =
                distress.opened("MZ-TOWN", FOUND, Map.of("idNumber", person, "cause", cause));
        accounts.add(new Account(opened, person + cause));
    }

    private void topUp(Distress distress) {
        JsonNode answer =
                distress.fund(
                        "MZ-COUNTY",
                        "topUpPettyFund",
                        Map.of("region", "150924106000", "amount", "500.00"));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        fund += 50_000;
    }

    /** {@return whole yuan, in fen} */
    private long some(long most) {
        return (1 + dice.nextInt((int) (most / 100))) * 100L;
    }

    private void give(Distress distress, Account one) {
        long fen = some(STANDARD * 3 / 2);
        boolean may =
                one.state.equals("REPORTED")
                        && fen <= (one.approved == null ? STANDARD : one.approved)
                        && fen <= fund
                        && (one.again || !helped.contains(one.who));
        if (done(distress, "MZ-COUNTY", "giveRelief", one, Map.of("amount", Yuan.text(fen)), may)) {
            one.state = "PAPERS_DUE";
            one.given = fen;
            fund -= fen;
            if (!one.again) {
                helped.add(one.who);
            }
        }
    }

    private void allowAgain(Distress distress, Account one) {
        boolean may = one.state.equals("REPORTED");
        if (done(distress, "MZ-COUNTY-2", "allowReliefAgain", one, Map.of("note", "又遇急难"), may)) {
            one.again = true;
        }
    }

    private void allowMore(Distress distress, Account one) {
        long fen = some(CAP + STANDARD);
        boolean may = fen > Math.max(STANDARD, one.given) && fen <= CAP;
        Map<String, String> more = Map.of("amount", Yuan.text(fen), "note", "重病，先行救助");
        if (done(distress, "MZ-COUNTY-2", "allowReliefAmount", one, more, may)) {
            one.approved = fen;
        }
    }

    private void payPart(Distress distress, Account one) {
        long fen = some(STANDARD);
        boolean may =
                one.state.equals("PAPERS_DUE")
                        && one.approved != null
                        && fen <= one.approved - one.given
                        && fen <= fund;
        if (done(
                distress, "MZ-TOWN", "payReliefPart", one, Map.of("amount", Yuan.text(fen)), may)) {
            one.given += fen;
            fund -= fen;
        }
    }

    private boolean done(
            Distress distress,
            String client,
            String mutation,
            Account one,
            Map<String, ?> more,
            boolean may) {
        JsonNode answer = distress.step(client, mutation, one.version, more);
        assertThat(answer.has("errors"))
                .as("seed %d: %s of %s %s: %s", seed, mutation, one.state, more, answer)
                .isEqualTo(!may);
        if (may) {
            one.version = answer.at("/data/" + mutation);
        } else {
            assertThat(code(answer)).isNotIn("INTERNAL", "VERSION_CONFLICT", "UNAVAILABLE");
        }
        return may;
    }
}
