package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.database.MutationCall;
import org.lianji.matching.Assignment;
import org.lianji.matching.BestMatcher;
import org.lianji.matching.Explanation;
import org.lianji.matching.MatchProblem;
import org.lianji.matching.Matcher;
import org.lianji.matching.WholeFamilies;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Matches the open needs of a region with what is offered, for an officer of it: all at once, under
 * the locks of needs and offers, so that what is suggested can be proposed.
 */
@Component
public final class Matches {

    /** Proposed by one call. */
    private static final int MOST = 100;

    private static final int FAR = 50;
    private static final int FIT = 60;
    private static final int NARROWER = 20;

    private final MatchGraph graph;
    private final MatchRuns runs;
    private final Pairings pairings;
    private final ProcedureKernel kernel;
    private final AuditLog chain;
    private final TransactionTemplate transactions;
    private final Matcher matcher = new BestMatcher();

    Matches(
            MatchGraph graph,
            MatchRuns runs,
            Pairings pairings,
            ProcedureKernel kernel,
            AuditLog chain,
            PlatformTransactionManager manager) {
        this.graph = graph;
        this.runs = runs;
        this.pairings = pairings;
        this.kernel = kernel;
        this.chain = chain;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * What there is for everybody who needs something.
     *
     * @param best whether nothing better exists, as proven
     * @param counties by code
     */
    public record Everybody(boolean best, List<CountyShare> counties) {

        public Everybody {
            counties = List.copyOf(counties);
        }
    }

    /**
     * @param county code
     * @param needs that are open
     * @param served for which there is an offer
     * @param unserved how many are not, by cause
     */
    public record CountyShare(String county, int needs, int served, Map<String, Integer> unserved) {

        public CountyShare {
            unserved = Map.copyOf(unserved);
        }
    }

    /** {@return a cause in the caller's language} */
    public static String sentence(String why, Locale locale) {
        return MatchRun.Why.valueOf(why).sentence(locale);
    }

    /** {@return how many could be helped in each county; nothing is done, and nobody is told of} */
    public Everybody everybody() {
        List<MatchGraph.OpenNeed> needs = graph.open();
        MatchRun run = run(needs).told();
        Map<String, MatchRun.Why> unserved = new HashMap<>();
        run.unserved().forEach(one -> unserved.put(one.need(), one.reason().why()));
        Map<String, List<MatchGraph.OpenNeed>> counties = new TreeMap<>();
        needs.forEach(
                one -> counties.computeIfAbsent(one.county(), _ -> new ArrayList<>()).add(one));
        return new Everybody(
                run.best(),
                counties.entrySet().stream()
                        .map(one -> share(one.getKey(), one.getValue(), unserved))
                        .toList());
    }

    private static CountyShare share(
            String county, List<MatchGraph.OpenNeed> needs, Map<String, MatchRun.Why> unserved) {
        Map<String, Integer> causes = new HashMap<>();
        for (MatchGraph.OpenNeed one : needs) {
            if (unserved.get(one.id()) instanceof MatchRun.Why why) {
                causes.merge(why.name(), 1, Integer::sum);
            }
        }
        int left = causes.values().stream().mapToInt(Integer::intValue).sum();
        return new CountyShare(county, needs.size(), needs.size() - left, causes);
    }

    /** {@return what goes together in the region, or in the caller's own; nothing is done} */
    MatchRun suggest(Caller caller, @Nullable String region) {
        if (!may(caller)) {
            return MatchRun.NOTHING;
        }
        List<MatchGraph.OpenNeed> needs = graph.open(region(caller, region), caller);
        if (!needs.isEmpty()) {
            chain.append(List.of(entry(caller, needs)));
        }
        return run(needs).told();
    }

    /** {@return the same, proposed} */
    MatchRun propose(MutationCall call, Reason stated, @Nullable String region) {
        return may(call.caller())
                ? Objects.requireNonNull(transactions.execute(_ -> proposed(call, stated, region)))
                : MatchRun.NOTHING;
    }

    private MatchRun proposed(MutationCall call, Reason stated, @Nullable String region) {
        return runs.once(
                call,
                () -> {
                    String where = region(call.caller(), region);
                    graph.lock(where, call.caller().region());
                    List<MatchGraph.OpenNeed> needs = graph.open(where, call.caller());
                    if (!needs.isEmpty()) {
                        chain.join(entry(call.caller(), needs));
                    }
                    return paired(call.caller(), stated, run(needs));
                });
    }

    /** Those who are served together are proposed together. */
    private static Set<Integer> first(Found found) {
        Set<Integer> chosen = new HashSet<>();
        int many = 0;
        for (MatchRun.Suggestion one : found.told().suggestions()) {
            int bundle = place(found.bundles(), one.need());
            if (many < MOST && chosen.add(bundle)) {
                many += Collections.frequency(found.bundles().values(), bundle);
            }
        }
        return chosen;
    }

    private MatchRun paired(Caller caller, Reason stated, Found found) {
        MatchRun run = found.told();
        Set<Integer> chosen = first(found);
        List<MatchRun.Suggestion> paired = new ArrayList<>();
        for (MatchRun.Suggestion one : run.suggestions()) {
            String pairing =
                    chosen.contains(place(found.bundles(), one.need()))
                            ? pairings.propose(
                                            MutationCall.unnamed(caller, "matchNeeds"),
                                            stated,
                                            one.need(),
                                            one.offer(),
                                            null)
                                    .id()
                            : null;
            paired.add(new MatchRun.Suggestion(one.need(), one.offer(), pairing, one.reason()));
        }
        return new MatchRun(paired, run.unserved(), run.best());
    }

    private boolean may(Caller caller) {
        return kernel.actor(caller).leads() && caller.is(Role.COUNTY_OFFICER);
    }

    private static String region(Caller caller, @Nullable String region) {
        return region == null ? caller.region() : region;
    }

    /** Whose help was looked for, on the chain before it is told. */
    private static Entry entry(Caller caller, List<MatchGraph.OpenNeed> needs) {
        return ReferralEntries.of(
                caller,
                Kind.READ,
                needs.stream().flatMap(one -> one.family().stream()).distinct().toList(),
                null,
                "matchNeeds " + needs.size());
    }

    /**
     * @param told what was found
     * @param bundles of each need that was asked for, the number of those that are served together
     */
    private record Found(MatchRun told, Map<String, Integer> bundles) {}

    private Found run(List<MatchGraph.OpenNeed> needs) {
        List<MatchRun.UnservedNeed> unserved = new ArrayList<>();
        List<MatchGraph.OpenNeed> asked = new ArrayList<>();
        Set<List<Object>> once = new HashSet<>();
        for (MatchGraph.OpenNeed need : needs) {
            if (need.helped()) {
                unserved.add(unserved(need, MatchRun.Why.HELPED));
            } else if (!once.add(List.of(need.person(), need.kind()))) {
                unserved.add(unserved(need, MatchRun.Why.ANOTHER_NEED));
            } else {
                asked.add(need);
            }
        }
        return told(needs, asked, unserved);
    }

    private static MatchRun.UnservedNeed unserved(MatchGraph.OpenNeed need, MatchRun.Why why) {
        return new MatchRun.UnservedNeed(need.id(), new MatchRun.Reason(why, 0, need.kind()));
    }

    private Found told(
            List<MatchGraph.OpenNeed> needs,
            List<MatchGraph.OpenNeed> asked,
            List<MatchRun.UnservedNeed> unserved) {
        WholeFamilies families = WholeFamilies.of(problem(asked), members(asked));
        MatchProblem problem = families.whole();
        Assignment found = matcher.match(problem);
        List<Explanation> why = Explanation.of(problem, found);
        List<MatchRun.Suggestion> suggestions = new ArrayList<>();
        Map<String, Integer> bundles = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            MatchGraph.OpenNeed need = asked.get(i);
            if (families.later(i)) {
                unserved.add(unserved(need, MatchRun.Why.FAMILY_NEED));
                continue;
            }
            int place = families.place(i);
            bundles.put(need.id(), place);
            MatchRun.Reason reason = MatchRun.Reason.of(why.get(place), need.kind());
            if (found.serves(place)) {
                String offer = problem.offers().get(found.offer(place)).key();
                suggestions.add(new MatchRun.Suggestion(need.id(), offer, null, reason));
            } else {
                unserved.add(new MatchRun.UnservedNeed(need.id(), reason));
            }
        }
        List<String> order = needs.stream().map(MatchGraph.OpenNeed::id).toList();
        Map<String, Integer> places = places(order);
        unserved.sort(Comparator.comparing(one -> place(places, one.need())));
        return new Found(
                new MatchRun(suggestions, unserved, found.best() || problem.candidates().isEmpty()),
                bundles);
    }

    private static List<WholeFamilies.Member> members(List<MatchGraph.OpenNeed> needs) {
        return needs.stream()
                .map(
                        one ->
                                new WholeFamilies.Member(
                                        one.person(),
                                        one.households(),
                                        one.kind().name(),
                                        one.kind().shared()))
                .toList();
    }

    private static Map<String, Integer> places(List<String> keys) {
        Map<String, Integer> places = new HashMap<>();
        keys.forEach(key -> places.put(key, places.size()));
        return places;
    }

    private static int place(Map<String, Integer> places, String key) {
        return Objects.requireNonNull(places.get(key));
    }

    private MatchProblem problem(List<MatchGraph.OpenNeed> needs) {
        Map<String, Integer> left =
                graph.left(needs.stream().map(MatchGraph.OpenNeed::kind).distinct().toList());
        List<String> ids = needs.stream().map(MatchGraph.OpenNeed::id).toList();
        List<String> offers = left.keySet().stream().sorted().toList();
        Map<String, Integer> needPlaces = places(ids);
        Map<String, Integer> offerPlaces = places(offers);
        return new MatchProblem(
                needs.stream()
                        .map(
                                one ->
                                        new MatchProblem.Need(
                                                one.id(),
                                                one.quantity(),
                                                one.tier(),
                                                one.county(),
                                                one.hardship()))
                        .toList(),
                offers.stream().map(one -> new MatchProblem.Offer(one, place(left, one))).toList(),
                graph.fitting(ids, left).stream()
                        .map(
                                one ->
                                        new MatchProblem.Candidate(
                                                place(needPlaces, one.need()),
                                                place(offerPlaces, one.offer()),
                                                FIT + NARROWER * one.narrow(),
                                                one.near() ? 0 : FAR))
                        .toList(),
                MatchProblem.Weights.EVEN);
    }
}
