package org.lianji.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The pairs worth comparing, each once, without ever being kept. */
final class Candidates {

    private static final int[] NONE = {};

    private final int[] files;
    private final boolean across;
    private final boolean everything;
    private final List<int[][]> keys = new ArrayList<>();
    private final List<List<int[]>> blocks = new ArrayList<>();
    private int leftOut;

    /** Takes pairs, on one thread. */
    interface Sink {

        void pair(int one, int other);
    }

    /** {@return the pairs that the model compares: all of them where they are few} */
    static Candidates of(Table table, Model model) {
        boolean few = table.pairs() <= BlockingChoice.FEW;
        return new Candidates(table, few ? List.of() : model.blocking(), model.largestBlock());
    }

    /**
     * @param largest a block of more rows says too little and is left out
     */
    Candidates(Table table, List<BlockingRule> rules, int largest) {
        this.files = table.rows().stream().mapToInt(Table.Row::file).toArray();
        this.across = table.files() > 1;
        this.everything = rules.isEmpty();
        rules.forEach(rule -> add(table, rule, largest));
    }

    private void add(Table table, BlockingRule rule, int largest) {
        Map<String, Integer> codes = new HashMap<>();
        List<List<Integer>> found = new ArrayList<>();
        int[][] ofRows = new int[files.length][];
        for (int row = 0; row < files.length; row++) {
            List<String> texts = rule.of(table, table.rows().get(row));
            ofRows[row] = new int[texts.size()];
            for (int i = 0; i < texts.size(); i++) {
                int code = codes.computeIfAbsent(texts.get(i), _ -> codes.size());
                if (code == found.size()) {
                    found.add(new ArrayList<>());
                }
                found.get(code).add(row);
                ofRows[row][i] = code;
            }
        }
        keep(found, ofRows, largest);
    }

    private void keep(List<List<Integer>> found, int[][] ofRows, int largest) {
        List<int[]> kept = new ArrayList<>();
        for (List<Integer> rows : found) {
            boolean small = rows.size() <= largest;
            leftOut += small ? 0 : 1;
            kept.add(small ? rows.stream().mapToInt(Integer::intValue).toArray() : NONE);
        }
        for (int row = 0; row < ofRows.length; row++) {
            ofRows[row] =
                    Arrays.stream(ofRows[row])
                            .filter(code -> kept.get(code).length > 0)
                            .sorted()
                            .toArray();
        }
        keys.add(ofRows);
        blocks.add(kept);
    }

    /** {@return how many blocks were larger than allowed} */
    int leftOut() {
        return leftOut;
    }

    /** {@return the sinks, one a thread, that have taken all pairs among them} */
    <S extends Sink> List<S> forEach(Supplier<S> sinks) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<S>> parts = new ArrayList<>();
            for (int part = 0; part < threads; part++) {
                int at = part;
                parts.add(pool.submit(() -> part(at, threads, sinks.get())));
            }
            List<S> all = new ArrayList<>();
            for (Future<S> part : parts) {
                all.add(part.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private <S extends Sink> S part(int part, int parts, S sink) {
        if (everything) {
            for (int i = part; i < files.length; i += parts) {
                for (int j = i + 1; j < files.length; j++) {
                    if (!across || files[i] != files[j]) {
                        sink.pair(i, j);
                    }
                }
            }
        }
        for (int rule = 0; rule < blocks.size(); rule++) {
            List<int[]> all = blocks.get(rule);
            for (int block = part; block < all.size(); block += parts) {
                inBlock(rule, block, all.get(block), sink);
            }
        }
        return sink;
    }

    private void inBlock(int rule, int block, int[] rows, Sink sink) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                boolean wanted = !across || files[rows[i]] != files[rows[j]];
                if (wanted && first(rule, block, rows[i], rows[j])) {
                    sink.pair(rows[i], rows[j]);
                }
            }
        }
    }

    /** Whether no earlier rule, and no earlier block of this one, has the pair. */
    private boolean first(int rule, int block, int one, int other) {
        for (int earlier = 0; earlier < rule; earlier++) {
            if (common(keys.get(earlier)[one], keys.get(earlier)[other]) >= 0) {
                return false;
            }
        }
        return common(keys.get(rule)[one], keys.get(rule)[other]) == block;
    }

    /** The least key of both; -1 where there is none. */
    private static int common(int[] a, int[] b) {
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                return a[i];
            }
            if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return -1;
    }
}
