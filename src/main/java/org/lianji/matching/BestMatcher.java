package org.lianji.matching;

import com.google.ortools.Loader;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The optimum by OR-Tools. Its native library is loaded when something is matched for the first
 * time; where it can't be loaded the greedy matcher answers, and the log says so once.
 */
public final class BestMatcher implements Matcher {

    private static final Logger log = LoggerFactory.getLogger(BestMatcher.class);

    /** Beyond it whole numbers take more memory than there is; a flow has no such bound. */
    private static final int MOST_IN_PORTIONS = 200_000;

    private final Matcher substitute = new GreedyMatcher();
    private final Runnable library;
    private Library state = Library.UNKNOWN;

    private enum Library {
        UNKNOWN,
        LOADED,
        MISSING
    }

    public BestMatcher() {
        this(Loader::loadNativeLibraries);
    }

    /**
     * @param library loads the native library
     */
    BestMatcher(Runnable library) {
        this.library = library;
    }

    @Override
    public Assignment match(MatchProblem problem) {
        if (problem.candidates().isEmpty() || !loaded()) {
            return substitute.match(problem);
        }
        Board board = new Board(problem);
        int[] portions = FlowMatcher.portions(board);
        if (portions != null) {
            return board.told(new FlowMatcher(board, portions).candidates(), true);
        }
        if (problem.candidates().size() > MOST_IN_PORTIONS) {
            return substitute.match(problem);
        }
        UnitMatcher units = new UnitMatcher(board);
        return board.told(units.candidates(), units.proven());
    }

    private synchronized boolean loaded() {
        if (state == Library.UNKNOWN) {
            state = load();
        }
        return state == Library.LOADED;
    }

    private Library load() {
        try {
            library.run();
            return Library.LOADED;
        } catch (RuntimeException | LinkageError e) {
            log.warn("OR-Tools 的本地库无法加载，改用贪心匹配：结果可用，但未必最优（{}）", e.toString());
            return Library.MISSING;
        }
    }
}
