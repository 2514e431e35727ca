package org.lianji.matching;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The optimum where an offer is asked for in different portions, which no flow can say: one need
 * whole would be split between offers. Whole numbers instead, one tier after the other: as many as
 * can be of the first, then, with so many, of the second, and last the least cost. Each search
 * begins with what was found before, at first the greedy way, and ends after a fixed amount of
 * work; what isn't proven by then is the best that was found.
 */
final class UnitMatcher {

    private static final double WORK = 1;

    private final Board board;
    private final CpModel model = new CpModel();
    private final BoolVar[] taken;
    private final LinearExprBuilder cost = LinearExpr.newBuilder();
    private int[] found;
    private boolean proven = true;

    UnitMatcher(Board board) {
        this.board = board;
        this.taken = new BoolVar[board.first(board.needs())];
        this.found = GreedyMatcher.candidates(board);
        variables();
        capacities();
        evenness(board.counties(), board::county);
        evenness(board.cells(), board::cell);
    }

    private void variables() {
        for (int need = 0; need < board.needs(); need++) {
            List<BoolVar> own = new ArrayList<>();
            for (int one = board.first(need); one < end(need); one++) {
                taken[one] = model.newBoolVar("");
                own.add(taken[one]);
                cost.addTerm(taken[one], board.costOf(one));
            }
            model.addAtMostOne(own.toArray(BoolVar[]::new));
        }
    }

    private void capacities() {
        LinearExprBuilder[] given =
                IntStream.range(0, board.offers())
                        .mapToObj(_ -> LinearExpr.newBuilder())
                        .toArray(LinearExprBuilder[]::new);
        for (int need = 0; need < board.needs(); need++) {
            for (int one = board.first(need); one < end(need); one++) {
                given[board.offerOf(one)].addTerm(taken[one], board.units(need));
            }
        }
        for (int offer = 0; offer < given.length; offer++) {
            model.addLessOrEqual(given[offer], board.capacity(offer));
        }
    }

    /** Convex: the cheaper steps are filled first by themselves. */
    private void evenness(Evenness[] each, IntUnaryOperator of) {
        LinearExprBuilder[] served =
                IntStream.range(0, each.length)
                        .mapToObj(_ -> LinearExpr.newBuilder())
                        .toArray(LinearExprBuilder[]::new);
        for (int need = 0; need < board.needs(); need++) {
            for (int one = board.first(need); one < end(need); one++) {
                served[of.applyAsInt(need)].add(taken[one]);
            }
        }
        for (int i = 0; i < each.length; i++) {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (Evenness.Step step : each[i].steps()) {
                IntVar many = model.newIntVar(0, step.many(), "");
                sum.add(many);
                cost.addTerm(many, step.cost());
            }
            model.addEquality(sum, served[i]);
        }
    }

    private int end(int need) {
        return board.first(need) + board.candidates(need);
    }

    /** {@return for each need its candidate, or {@link Assignment#NONE}} */
    int[] candidates() {
        for (int tier = 0; tier < board.tiers(); tier++) {
            LinearExprBuilder served = LinearExpr.newBuilder();
            for (int need = 0; need < board.needs(); need++) {
                for (int one = board.first(need); one < end(need); one++) {
                    if (board.tier(need) == tier) {
                        served.add(taken[one]);
                    }
                }
            }
            model.maximize(served);
            search();
            model.addGreaterOrEqual(served, served(tier));
        }
        model.minimize(cost);
        search();
        return found;
    }

    private long served(int tier) {
        return IntStream.range(0, found.length)
                .filter(need -> board.tier(need) == tier && found[need] != Assignment.NONE)
                .count();
    }

    private void search() {
        model.clearHints();
        for (int need = 0; need < found.length; need++) {
            for (int one = board.first(need); one < end(need); one++) {
                model.addHint(taken[one], found[need] == one ? 1 : 0);
            }
        }
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setMaxDeterministicTime(WORK);
        CpSolverStatus status = solver.solve(model);
        proven &= status == CpSolverStatus.OPTIMAL;
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return;
        }
        for (int need = 0; need < found.length; need++) {
            found[need] = Assignment.NONE;
            for (int one = board.first(need); one < end(need); one++) {
                if (solver.booleanValue(taken[one])) {
                    found[need] = one;
                }
            }
        }
    }

    /** {@return whether each search was ended by a proof} */
    boolean proven() {
        return proven;
    }
}
