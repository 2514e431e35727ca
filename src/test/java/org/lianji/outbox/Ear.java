package org.lianji.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Listens to counts, and fails or hangs where it is told to. */
final class Ear implements NewsListener {

    static final String KIND = "Counted";

    /**
     * @param number how far it is
     */
    record Count(int number) {}

    private final String name;
    private final List<News> heard = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch open = new CountDownLatch(0);

    Ear(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void on(News news) {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failing.contains(news.subject())) {
            throw new IllegalStateException("cannot hear of " + news.subject());
        }
        heard.add(news);
    }

    void fresh() {
        heard.clear();
        failing.clear();
    }

    void failAt(String subject) {
        failing.add(subject);
    }

    void mend() {
        failing.clear();
    }

    /** Hangs in whatever it hears next. */
    void hang() {
        open = new CountDownLatch(1);
    }

    void wakeUp() {
        open.countDown();
    }

    /** {@return what was heard, by subject} */
    Map<String, List<Integer>> numbers() {
        Map<String, List<Integer>> numbers = new HashMap<>();
        heard.forEach(
                news ->
                        numbers.computeIfAbsent(news.subject(), _ -> new ArrayList<>())
                                .add(news.as(Count.class).number()));
        return numbers;
    }

    List<Integer> numbers(String subject) {
        return numbers().getOrDefault(subject, List.of());
    }
}
