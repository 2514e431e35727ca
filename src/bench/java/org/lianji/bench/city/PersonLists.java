package org.lianji.bench.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists of people as departments keep them, about the people of a written city: with the items that
 * lists have and most categories have not (sex, birth date, telephone), and with the errors of
 * clerks. Errors come together: each office (a list in a township) and each row is good, middling
 * or bad.
 */
public final class PersonLists {

    /** Errors beside those of real lists. */
    public enum Level {
        CLEAN(0.25),
        FIELD(1),
        HARSH(3);

        private final double times;

        Level(double times) {
            this.times = times;
        }
    }

    /**
     * Somebody of the city as the truth has them.
     *
     * @param number the truth's
     * @param registered whether the register of the population has them
     * @param home code of the village where they are registered; empty where they are not
     * @param lives code of the village where they live; empty outside the city
     */
    public record Citizen(
            String number,
            String name,
            String sex,
            LocalDate born,
            String nation,
            boolean registered,
            String home,
            String family,
            String lives) {}

    /**
     * A list.
     *
     * @param share of the people who stand in it
     * @param numberless share of its rows that have no number, at the errors of real lists
     */
    private record Book(String name, double share, double numberless) {}

    private static final String VISITS = "visits";

    private static final List<Book> BOOKS =
            List.of(
                    new Book(VISITS, 0.15, 0.25),
                    new Book("relief", 0.15, 0.04),
                    new Book("clinic", 0.45, 0.02),
                    new Book("labour", 0.5, 0.005));

    private static final Odds QUALITY = Odds.of("0.5 80, 2 15, 6 5");
    private static final double TWICE = 0.01;

    private final List<Citizen> people;
    private final Map<String, List<Citizen>> families = new HashMap<>();
    private final Map<String, Double> offices = new TreeMap<>();
    private final Level level;
    private final Dice dice;

    private PersonLists(List<Citizen> people, Level level, long seed) {
        this.people = people;
        this.level = level;
        this.dice = Dice.of(seed, level.ordinal());
        people.forEach(
                one -> families.computeIfAbsent(one.family(), _ -> new ArrayList<>()).add(one));
    }

    /** {@return the people of the city in that folder} */
    public static List<Citizen> people(Path city) {
        try {
            List<String> lines = Files.readAllLines(city.resolve("truth").resolve("people.csv"));
            List<String> header = List.of(lines.getFirst().split(","));
            return lines.stream()
                    .skip(1)
                    .map(line -> citizen(header, line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Citizen citizen(List<String> header, String[] cells) {
        return new Citizen(
                cells[header.indexOf("idNumber")],
                cells[header.indexOf("name")],
                cells[header.indexOf("sex")],
                LocalDate.parse(cells[header.indexOf("birthDate")]),
                cells[header.indexOf("nation")],
                Boolean.parseBoolean(cells[header.indexOf("registered")]),
                cells[header.indexOf("hukouRegion")],
                cells[header.indexOf("familyNo")],
                cells[header.indexOf("liveRegion")]);
    }

    /** {@return the rows of all lists about these people} */
    public static List<ListedRow> rows(List<Citizen> people, Level level, long seed) {
        return new PersonLists(people, level, seed).rows();
    }

    private List<ListedRow> rows() {
        List<ListedRow> rows = new ArrayList<>();
        List<Citizen> order =
                people.stream().sorted(Comparator.comparing(Citizen::number)).toList();
        for (Citizen one : order) {
            boolean mistaken = dice.chance(0.0002 * level.times);
            String number = mistaken ? dice.pick(order).number() : one.number();
            for (Book book : BOOKS) {
                if (dice.chance(book.share)) {
                    rows.add(row(book, one, number));
                    if (dice.chance(TWICE)) {
                        rows.add(row(book, one, number));
                    }
                }
            }
        }
        return rows;
    }

    private ListedRow row(Book book, Citizen one, String number) {
        String office = book.name + (one.lives() + "000000000").substring(0, 9);
        double quality = offices.computeIfAbsent(office, _ -> quality()) * quality() * level.times;
        ListedWriting writing =
                new ListedWriting(
                        one, families.getOrDefault(one.family(), List.of()), dice, quality);
        return writing.row(book.name, number, book.numberless, book.name.equals(VISITS));
    }

    private double quality() {
        return Double.parseDouble(QUALITY.draw(dice));
    }
}
