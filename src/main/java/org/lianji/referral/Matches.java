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
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Matches the open needs of a region with what is offered, for an officer of it: all at once, under
 * the locks of needs and offers, so that what is suggested can be proposed.
 */
@Component
final class Matches {

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

    /** {@return what goes together in the region, or in the caller's own; nothing is done} */
    MatchRun suggest(Caller caller, @Nullable String region) {
        if (!may(caller)) {
            return MatchRun.NOTHING;
        }
        List<MatchGraph.OpenNeed> needs = graph.open(region(caller, region), caller.region());
        if (!needs.isEmpty()) {
            chain.append(List.of(entry(caller, needs)));
        }
        return run(needs);
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
                    List<MatchGraph.OpenNeed> needs = graph.open(where, call.caller().region());
                    if (!needs.isEmpty()) {
                        chain.join(entry(call.caller(), needs));
                    }
                    return paired(call.caller(), stated, run(needs));
                });
    }

    private MatchRun paired(Caller caller, Reason stated, MatchRun run) {
        List<MatchRun.Suggestion> paired = new ArrayList<>();
        for (MatchRun.Suggestion one : run.suggestions()) {
            String pairing =
                    paired.size() < MOST
                            ? pairings.propose(
                                            MutationCall.unnamed(caller, "matchNeeds"),
                                            stated,
                                            one.need(),
                                            one.offer())
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
                needs.stream().map(MatchGraph.OpenNeed::person).distinct().toList(),
                null,
                "matchNeeds " + needs.size());
    }

    private MatchRun run(List<MatchGraph.OpenNeed> needs) {
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

    private MatchRun told(
            List<MatchGraph.OpenNeed> needs,
            List<MatchGraph.OpenNeed> asked,
            List<MatchRun.UnservedNeed> unserved) {
        MatchProblem problem = problem(asked);
        Assignment found = matcher.match(problem);
        List<Explanation> why = Explanation.of(problem, found);
        List<MatchRun.Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            MatchGraph.OpenNeed need = asked.get(i);
            MatchRun.Reason reason = MatchRun.Reason.of(why.get(i), need.kind());
            if (found.serves(i)) {
                String offer = problem.offers().get(found.offer(i)).key();
                suggestions.add(new MatchRun.Suggestion(need.id(), offer, null, reason));
            } else {
                unserved.add(new MatchRun.UnservedNeed(need.id(), reason));
            }
        }
        List<String> order = needs.stream().map(MatchGraph.OpenNeed::id).toList();
        Map<String, Integer> places = places(order);
        unserved.sort(Comparator.comparing(one -> place(places, one.need())));
        return new MatchRun(suggestions, unserved, found.best() || problem.candidates().isEmpty());
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
