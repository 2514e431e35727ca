package org.lianji.linkage;

import org.lianji.bench.city.GenerateCity;
import org.lianji.bench.city.ListedRow;
import org.lianji.bench.city.PersonLists;
import org.lianji.bench.city.PersonLists.Citizen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The lists of one city at one level of errors, as the hub's rules and its model judge them. */
final class CityLists {

    private static final CertificateComparator NUMBERS = new CertificateComparator();

    /** How a row with a valid number ends. */
    enum Numbered {
        LINKED,
        WRONGLY_LINKED,
        REVIEW_OF_OTHER,
        REVIEW_OF_OWN
    }

    /**
     * A row without a usable number.
     *
     * @param of whom it is about; not in the register where they are not registered
     * @param best the likeliest person's number; empty where nobody has a key of the row
     * @param bits of the likeliest
     * @param rival bits of the next
     * @param reached whether the right one has a key of the row
     */
    record Judged(
            ListedRow row, Citizen of, String best, double bits, double rival, boolean reached) {

        boolean right() {
            return best.equals(of.number());
        }

        /** {@return whether one person and nobody else is so likely} */
        boolean certain(double threshold) {
            return bits >= threshold && rival < threshold;
        }
    }

    final Map<String, Citizen> people = new TreeMap<>();
    final Map<ListedRow, Numbered> numbered = new IdentityHashMap<>();
    final List<ListedRow> numberless = new ArrayList<>();
    private final Map<String, Map<String, Set<String>>> phones = new HashMap<>();
    private final Map<ListedRow, String> ofNumber = new IdentityHashMap<>();

    CityLists(List<Citizen> citizens, PersonLists.Level level, long seed) {
        citizens.forEach(one -> people.put(one.number(), one));
        Map<String, Set<String>> names = new HashMap<>();
        for (Citizen one : citizens) {
            if (one.registered()) {
                names.put(one.number(), new HashSet<>(Set.of(one.name())));
            }
        }
        for (ListedRow row : PersonLists.rows(citizens, level, seed)) {
            if (usable(row.number())) {
                number(row, names.computeIfAbsent(row.number(), _ -> new HashSet<>()));
            } else {
                numberless.add(row);
            }
        }
    }

    static List<Citizen> city(long seed, int size) throws IOException {
        Path folder = Files.createTempDirectory("city-lists");
        GenerateCity.main(
                new String[] {
                    "--seed", Long.toString(seed),
                    "--people", Integer.toString(size),
                    "--out", folder.toString()
                });
        return PersonLists.people(folder);
    }

    private static boolean usable(String number) {
        CertificateComparator.Number read = NUMBERS.read(number);
        return read != null && read.valid();
    }

    /** The hub's rule: by the number, unless the name is another than is known for it. */
    private void number(ListedRow row, Set<String> known) {
        boolean own = row.number().equals(row.person());
        if (NameAgreement.contradicted(row.name(), known)) {
            numbered.put(row, own ? Numbered.REVIEW_OF_OWN : Numbered.REVIEW_OF_OTHER);
            return;
        }
        numbered.put(row, own ? Numbered.LINKED : Numbered.WRONGLY_LINKED);
        if (known.isEmpty()) {
            known.add(row.name());
        }
        ofNumber.put(row, row.number());
        if (!row.phone().isEmpty()) {
            for (String list : List.of(row.list(), "")) {
                phones.computeIfAbsent(list, _ -> new HashMap<>())
                        .computeIfAbsent(row.number(), _ -> new HashSet<>())
                        .add(row.phone());
            }
        }
    }

    /** {@return the telephones that the list, or with an empty name any, has of them} */
    Set<String> phones(String list, Citizen one) {
        return phones.getOrDefault(list, Map.of()).getOrDefault(one.number(), Set.of());
    }

    private List<Citizen> register() {
        return people.values().stream().filter(Citizen::registered).toList();
    }

    /** {@return each row without a usable number, judged by what its department may see} */
    List<Judged> judged(CitySide.Items items, PairScore model) {
        Map<String, Map<String, List<Citizen>>> byKey = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (ListedRow row : numberless) {
            Map<String, List<Citizen>> keys =
                    byKey.computeIfAbsent(row.list(), list -> index(list, items));
            judged.add(judged(row, CitySide.of(row, items), keys, model));
        }
        return judged;
    }

    private Map<String, List<Citizen>> index(String list, CitySide.Items items) {
        Map<String, List<Citizen>> keys = new HashMap<>();
        for (Citizen one : register()) {
            CitySide side =
                    items == CitySide.Items.ALL
                            ? CitySide.of(one, phones(list, one))
                            : new CitySide(one.name(), "", "", one.home(), Set.of());
            side.keys().forEach(key -> keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
        }
        return keys;
    }

    private Judged judged(
            ListedRow row, CitySide said, Map<String, List<Citizen>> keys, PairScore model) {
        Set<Citizen> found = new HashSet<>();
        said.keys().forEach(key -> found.addAll(keys.getOrDefault(key, List.of())));
        Citizen of = people.get(row.person());
        String best = "";
        double bits = Double.NEGATIVE_INFINITY;
        double rival = Double.NEGATIVE_INFINITY;
        for (Citizen one : found.stream().sorted(Comparator.comparing(Citizen::number)).toList()) {
            double here = said.bits(CitySide.of(one, phones(row.list(), one)), model);
            if (here > bits) {
                rival = bits;
                bits = here;
                best = one.number();
            } else {
                rival = Math.max(rival, here);
            }
        }
        return new Judged(row, of, best, bits, rival, found.contains(of));
    }

    /** {@return B cubed of all rows and the register, all lists looked at together} */
    Truth.Figures cubed(double same, CitySide.Items items, PairScore model) {
        List<CitySide> sides = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        Map<String, Integer> at = new HashMap<>();
        for (Citizen one : register()) {
            at.put(one.number(), sides.size());
            sides.add(CitySide.of(one, phones("", one)));
            persons.add(one.number());
        }
        int registered = sides.size();
        for (ListedRow row : numberless) {
            sides.add(CitySide.of(row, items));
            persons.add(row.person());
        }
        int[] joined =
                Partition.of(
                        sides.size(),
                        pairs(sides, registered, model),
                        same,
                        judgement(sides, registered, model));
        int[] groups = java.util.Arrays.copyOf(joined, sides.size() + numbered.size());
        int next = sides.size();
        for (ListedRow row : numbered.keySet()) {
            String number = ofNumber.get(row);
            int group = next;
            if (number != null) {
                Integer known = at.putIfAbsent(number, next);
                group = known == null ? next : groups[known];
            }
            groups[next++] = group;
            persons.add(row.person());
        }
        return new Truth(persons.toArray(String[]::new)).cubed(groups);
    }

    private List<Partition.Pair> pairs(List<CitySide> sides, int registered, PairScore model) {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < sides.size(); i++) {
            for (String key : sides.get(i).keys()) {
                blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
            }
        }
        Set<Long> seen = new HashSet<>();
        List<Partition.Pair> pairs = new ArrayList<>();
        for (List<Integer> block : blocks.values()) {
            for (int other : block) {
                for (int one : other < registered ? List.<Integer>of() : block) {
                    if (one < other && seen.add((long) one << Integer.SIZE | other)) {
                        double bits = sides.get(one).bits(sides.get(other), model);
                        pairs.add(new Partition.Pair(one, other, bits));
                    }
                }
            }
        }
        return pairs;
    }

    private Partition.Judgement judgement(List<CitySide> sides, int registered, PairScore model) {
        return new Partition.Judgement() {
            @Override
            public double bits(int one, int other) {
                return sides.get(one).bits(sides.get(other), model);
            }

            @Override
            public boolean excluded(int one, int other) {
                return one < registered && other < registered;
            }
        };
    }
}
