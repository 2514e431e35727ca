package org.lianji.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A problem in which a family is one: what all of it shares is asked for once, and what several of
 * it need of a kind, equally urgently, is served by one offer or not at all. Where no offer has as
 * much for all of them, each is asked for alone: nobody goes without because of a sister.
 */
public final class WholeFamilies {

    private static final int LATER = -1;

    private final MatchProblem whole;
    private final int[] bundle;

    /**
     * Whose a need is.
     *
     * @param person who they are
     * @param households keys of the households that they are of
     * @param kind of help
     * @param shared whether a household needs it once
     */
    public record Member(String person, List<String> households, String kind, boolean shared) {

        public Member {
            households = List.copyOf(households);
        }
    }

    private WholeFamilies(MatchProblem whole, int[] bundle) {
        this.whole = whole;
        this.bundle = bundle;
    }

    /**
     * {@return the problem of families}
     *
     * @param each the problem as if everybody were alone, the needs that come first in front
     * @param members of each need, whose
     */
    public static WholeFamilies of(MatchProblem each, List<Member> members) {
        int[] family = families(members);
        Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
        for (int need = 0; need < members.size(); need++) {
            WholeFamilies.Member one = members.get(need);
            int tier = one.shared() ? 0 : each.needs().get(need).tier();
            alike.computeIfAbsent(List.of(family[need], one.kind(), tier), _ -> new ArrayList<>())
                    .add(need);
        }
        List<Map<Integer, MatchProblem.Candidate>> candidates = candidates(each);
        List<List<Integer>> parts = new ArrayList<>();
        for (List<Integer> some : alike.values()) {
            if (members.get(some.getFirst()).shared()) {
                parts.add(some.subList(0, 1));
            } else if (!common(each, candidates, some).isEmpty()) {
                parts.add(some);
            } else {
                some.forEach(one -> parts.add(List.of(one)));
            }
        }
        return of(each, candidates, parts);
    }

    private static WholeFamilies of(
            MatchProblem each,
            List<Map<Integer, MatchProblem.Candidate>> candidates,
            List<List<Integer>> parts) {
        int[] bundle = new int[each.needs().size()];
        Arrays.fill(bundle, LATER);
        List<MatchProblem.Need> needs = new ArrayList<>();
        List<MatchProblem.Candidate> fitting = new ArrayList<>();
        for (List<Integer> part : parts) {
            int place = needs.size();
            part.forEach(need -> bundle[need] = place);
            needs.add(whole(each, part));
            if (part.size() == 1) {
                candidates.get(part.getFirst()).values().stream()
                        .map(one -> at(place, one))
                        .forEach(fitting::add);
            } else {
                common(each, candidates, part).stream()
                        .map(one -> at(place, one))
                        .forEach(fitting::add);
            }
        }
        return new WholeFamilies(
                new MatchProblem(needs, each.offers(), fitting, each.weights()), bundle);
    }

    private static MatchProblem.Candidate at(int place, MatchProblem.Candidate one) {
        return new MatchProblem.Candidate(place, one.offer(), one.fit(), one.distance());
    }

    private static MatchProblem.Need whole(MatchProblem each, List<Integer> part) {
        MatchProblem.Need first = each.needs().get(part.getFirst());
        return new MatchProblem.Need(
                first.key(),
                units(each, part),
                part.stream().mapToInt(one -> each.needs().get(one).tier()).min().orElseThrow(),
                first.county(),
                first.group());
    }

    private static int units(MatchProblem each, List<Integer> part) {
        return part.stream()
                .mapToInt(one -> each.needs().get(one).units())
                .reduce(0, Math::addExact);
    }

    /** By need and offer; of two alike the better. */
    private static List<Map<Integer, MatchProblem.Candidate>> candidates(MatchProblem each) {
        List<Map<Integer, MatchProblem.Candidate>> candidates =
                IntStream.range(0, each.needs().size())
                        .<Map<Integer, MatchProblem.Candidate>>mapToObj(_ -> new LinkedHashMap<>())
                        .toList();
        for (MatchProblem.Candidate one : each.candidates()) {
            candidates
                    .get(one.need())
                    .merge(
                            one.offer(),
                            one,
                            (a, b) ->
                                    Board.cost(each.weights(), a) <= Board.cost(each.weights(), b)
                                            ? a
                                            : b);
        }
        return candidates;
    }

    /** {@return the offers that fit all and have as much for all, as they fit the worst of them} */
    private static List<MatchProblem.Candidate> common(
            MatchProblem each,
            List<Map<Integer, MatchProblem.Candidate>> candidates,
            List<Integer> part) {
        int units = units(each, part);
        Set<Integer> offers = new HashSet<>(candidates.get(part.getFirst()).keySet());
        part.forEach(need -> offers.retainAll(candidates.get(need).keySet()));
        return offers.stream()
                .filter(offer -> each.offers().get(offer).capacity() >= units)
                .sorted()
                .map(
                        offer ->
                                part.stream()
                                        .map(
                                                need ->
                                                        Objects.requireNonNull(
                                                                candidates.get(need).get(offer)))
                                        .reduce(WholeFamilies::worst)
                                        .orElseThrow())
                .toList();
    }

    private static MatchProblem.Candidate worst(
            MatchProblem.Candidate one, MatchProblem.Candidate other) {
        return new MatchProblem.Candidate(
                one.need(),
                one.offer(),
                Math.min(one.fit(), other.fit()),
                Math.max(one.distance(), other.distance()));
    }

    /** Who shares a household with somebody is of their family, and so are both's others. */
    private static int[] families(List<Member> members) {
        Map<String, Integer> heads = new HashMap<>();
        int[] head = IntStream.range(0, members.size()).toArray();
        for (int need = 0; need < members.size(); need++) {
            Member one = members.get(need);
            List<String> keys = new ArrayList<>(one.households());
            Collections.addAll(keys, "person " + one.person());
            for (String key : keys) {
                Integer known = heads.putIfAbsent(key, need);
                if (known != null) {
                    head[root(head, need)] = root(head, known);
                }
            }
        }
        return IntStream.range(0, head.length).map(need -> root(head, need)).toArray();
    }

    private static int root(int[] head, int need) {
        int root = need;
        while (head[root] != root) {
            root = head[root];
        }
        return root;
    }

    /** {@return the problem to be solved} */
    public MatchProblem whole() {
        return whole;
    }

    /** {@return whether another need of the family comes first, and is for all of it} */
    public boolean later(int need) {
        return bundle[need] == LATER;
    }

    /**
     * {@return the place, in the whole problem, of the need together with which this one is served}
     */
    public int place(int need) {
        return bundle[need];
    }
}
