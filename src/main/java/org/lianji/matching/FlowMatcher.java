package org.lianji.matching;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The optimum where each offer is asked for in equal portions: a flow of least cost from all needs
 * through county, group in the county, need and offer. Serving a need of tier t of T is worth (T -
 * t) times more than all else can cost together. Since the sets of needs that can be served at once
 * form a matroid, whatever is worth most with falling worths also serves as many as can be of the
 * first tier, then of the first two, and so on.
 */
final class FlowMatcher {

    private static final int SOURCE = 0;
    private static final int SINK = 1;

    private final Board board;
    private final int[] portions;
    private final MinCostFlow flow = new MinCostFlow();
    private final int[] arcs;
    private final int counties;
    private final int cells;
    private final int needs;
    private final int offers;

    /**
     * @param portions how many needs each offer can serve
     */
    FlowMatcher(Board board, int[] portions) {
        this.board = board;
        this.portions = portions;
        this.arcs = new int[board.first(board.needs())];
        this.counties = 2;
        this.cells = counties + board.counties().length;
        this.needs = cells + board.cells().length;
        this.offers = needs + board.needs();
    }

    /**
     * {@return how many needs each offer can serve; null where one is asked for in different
     * portions}
     */
    static int @Nullable [] portions(Board board) {
        int[] portion = new int[board.offers()];
        for (int need = 0; need < board.needs(); need++) {
            int end = board.first(need) + board.candidates(need);
            for (int one = board.first(need); one < end; one++) {
                int offer = board.offerOf(one);
                if (portion[offer] != 0 && portion[offer] != board.units(need)) {
                    return null;
                }
                portion[offer] = board.units(need);
            }
        }
        for (int offer = 0; offer < portion.length; offer++) {
            portion[offer] = portion[offer] == 0 ? 0 : board.capacity(offer) / portion[offer];
        }
        return portion;
    }

    /** {@return for each need its candidate, or {@link Assignment#NONE}} */
    int[] candidates() {
        long worth = worth();
        spread();
        for (int need = 0; need < board.needs(); need++) {
            flow.addArcWithCapacityAndUnitCost(
                    cells + board.cell(need), needs + need, 1, board.tier(need) * worth);
            int end = board.first(need) + board.candidates(need);
            for (int one = board.first(need); one < end; one++) {
                arcs[one] =
                        flow.addArcWithCapacityAndUnitCost(
                                needs + need, offers + board.offerOf(one), 1, board.costOf(one));
            }
        }
        for (int offer = 0; offer < portions.length; offer++) {
            flow.addArcWithCapacityAndUnitCost(offers + offer, SINK, portions[offer], 0);
        }
        flow.addArcWithCapacityAndUnitCost(SOURCE, SINK, board.needs(), board.tiers() * worth);
        flow.setNodeSupply(SOURCE, board.needs());
        flow.setNodeSupply(SINK, -board.needs());
        MinCostFlowBase.Status status = flow.solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("the flow was not solved: " + status);
        }
        return taken();
    }

    /** More than all that is served can cost beside. */
    private long worth() {
        long dearest = 0;
        for (int one = 0; one < arcs.length; one++) {
            dearest = Math.max(dearest, board.costOf(one));
        }
        for (Evenness[] each : new Evenness[][] {board.counties(), board.cells()}) {
            dearest +=
                    Arrays.stream(each).mapToLong(one -> one.next(one.size() - 1)).max().orElse(0);
        }
        return 1 + dearest * board.needs();
    }

    /** Convex costs are arcs side by side, each dearer than the one before. */
    private void spread() {
        Evenness[] ofCounties = board.counties();
        for (int county = 0; county < ofCounties.length; county++) {
            spread(SOURCE, counties + county, ofCounties[county]);
        }
        Evenness[] ofCells = board.cells();
        for (int cell = 0; cell < ofCells.length; cell++) {
            spread(counties + board.cellCounty(cell), cells + cell, ofCells[cell]);
        }
    }

    private void spread(int from, int to, Evenness evenness) {
        for (Evenness.Step step : evenness.steps()) {
            flow.addArcWithCapacityAndUnitCost(from, to, step.many(), step.cost());
        }
    }

    private int[] taken() {
        int[] taken = new int[board.needs()];
        for (int need = 0; need < taken.length; need++) {
            taken[need] = Assignment.NONE;
            int end = board.first(need) + board.candidates(need);
            for (int one = board.first(need); one < end; one++) {
                if (flow.getFlow(arcs[one]) > 0) {
                    taken[need] = one;
                }
            }
        }
        return taken;
    }
}
