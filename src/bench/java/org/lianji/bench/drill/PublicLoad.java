package org.lianji.bench.drill;

import org.lianji.Hub;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether officers notice that all the world reads what hangs in the villages: they ask at their
 * usual speed, now alone and now beside so many public requests a second, from so many addresses.
 *
 * <p>Arguments: address of a hub in demo mode on this machine; a file that the figures are written
 * to.
 */
public final class PublicLoad {

    private static final int ROUNDS = 4;
    private static final int ROUND_SECONDS = 20;
    private static final int OFFICERS_A_SECOND = 20;
    private static final int PUBLIC_A_SECOND = 500;
    private static final int ADDRESSES = 50;
    private static final int TOO_MANY_REQUESTS = 429;

    /** What hangs in the demo's villages, as pages, as JSON and as sheets to print. */
    private static final List<String> PATHS =
            List.of(
                    "/notices/150924106203",
                    "/recipients/150924106203",
                    "/notices/150924106010.pdf",
                    "/notices/150924106999",
                    "/funds/150924000000/2026-10",
                    "/complaints/figures");

    /** What an officer's screen asks for. */
    private static final List<String> QUESTIONS =
            List.of(
                    "{ cases(first: 20) { nodes { id state overdue deadlines { due overdue } steps"
                            + " { transition } } } }",
                    "{ reliefCases(first: 20) { nodes { id state amount deadlines { due } } } }",
                    "{ warnings(first: 20) { nodes { id state level deadlines { due } } } }");

    private static final List<String> OFFICERS = List.of("mz-town", "mz-county");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient officers = HttpClient.newBuilder().executor(threads).build();
    private final List<HttpClient> others =
            IntStream.range(0, ADDRESSES).mapToObj(this::from).toList();
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
    private final String address;
    private final Map<String, String> tokens;

    /** Of the loopback network each address is a caller's own. */
    private HttpClient from(int number) {
        try {
            return HttpClient.newBuilder()
                    .executor(threads)
                    .localAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (number + 1)}))
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicLoad(String address) {
        this.address = address;
        this.tokens =
                OFFICERS.stream().collect(Collectors.toMap(one -> one, new Hub(address)::token));
    }

    public static void main(String[] arguments) throws Exception {
        PublicLoad load = new PublicLoad(arguments[0]);
        load.round(true);
        List<Round> alone = new ArrayList<>();
        List<Round> beside = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            alone.add(load.round(false));
            beside.add(load.round(true));
        }
        String page = page(alone, beside);
        System.out.print(page);
        Files.writeString(Path.of(arguments[1]), page);
        System.exit(0);
    }

    /** What was measured: times of the officers, in milliseconds, and how the public fared. */
    private record Round(List<Double> officers, Map<Integer, Long> open) {}

    private Round round(boolean beside) throws InterruptedException {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        Map<Integer, AtomicLong> open = new ConcurrentHashMap<>();
        CountDownLatch asked = new CountDownLatch(OFFICERS_A_SECOND * ROUND_SECONDS);
        CountDownLatch read = new CountDownLatch(beside ? PUBLIC_A_SECOND * ROUND_SECONDS : 0);
        ScheduledFuture<?> asking =
                every(
                        OFFICERS_A_SECOND,
                        n -> {
                            long due = System.nanoTime();
                            send(
                                    officers,
                                    question(n),
                                    code -> {
                                        if (code != 200) {
                                            throw new IllegalStateException("officer: " + code);
                                        }
                                        times.add((System.nanoTime() - due) / 1e6);
                                        asked.countDown();
                                    });
                        });
        ScheduledFuture<?> reading =
                beside
                        ? every(
                                PUBLIC_A_SECOND,
                                n ->
                                        send(
                                                others.get(n % ADDRESSES),
                                                open(n),
                                                code -> {
                                                    open.computeIfAbsent(
                                                                    code, _ -> new AtomicLong())
                                                            .incrementAndGet();
                                                    read.countDown();
                                                }))
                        : null;
        if (!asked.await(3L * ROUND_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("officers wait for " + asked.getCount() + " answers");
        }
        asking.cancel(false);
        read.await(3L * ROUND_SECONDS, TimeUnit.SECONDS);
        if (reading != null) {
            reading.cancel(false);
        }
        return new Round(
                List.copyOf(times),
                open.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().get())));
    }

    /** One after another, each when it is due, whether those before were answered or not. */
    private ScheduledFuture<?> every(int aSecond, IntConsumer work) {
        int[] n = {0};
        int most = aSecond * ROUND_SECONDS;
        return clock.scheduleAtFixedRate(
                () -> {
                    if (n[0] < most) {
                        work.accept(n[0]++);
                    }
                },
                0,
                TimeUnit.SECONDS.toNanos(1) / aSecond,
                TimeUnit.NANOSECONDS);
    }

    private static void send(HttpClient client, HttpRequest request, IntConsumer code) {
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenAccept(answer -> code.accept(answer.statusCode()));
    }

    private HttpRequest question(int n) {
        String officer = OFFICERS.get(n % OFFICERS.size());
        return HttpRequest.newBuilder(URI.create(address + "/graphql"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokens.get(officer))
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "{\"query\": \"%s\"}"
                                        .formatted(QUESTIONS.get(n % QUESTIONS.size())),
                                StandardCharsets.UTF_8))
                .build();
    }

    private HttpRequest open(int n) {
        return HttpRequest.newBuilder(URI.create(address + PATHS.get(n % PATHS.size())))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static String page(List<Round> alone, List<Round> beside) {
        StringBuilder page = new StringBuilder();
        page.append(
                """
                | officers, %d questions a second | p50 ms | p99 ms |
                |---|---:|---:|
                """
                        .formatted(OFFICERS_A_SECOND));
        page.append(row("alone", alone));
        page.append(row("beside %d public requests a second".formatted(PUBLIC_A_SECOND), beside));
        long all =
                beside.stream()
                        .flatMap(one -> one.open().values().stream())
                        .mapToLong(n -> n)
                        .sum();
        long refused =
                beside.stream()
                        .mapToLong(one -> one.open().getOrDefault(TOO_MANY_REQUESTS, 0L))
                        .sum();
        page.append(
                "%nPublic requests: %d answered, %d of them by 429; as they came: %s.%n"
                        .formatted(
                                all,
                                refused,
                                beside.stream().map(one -> one.open().toString()).toList()));
        return page.toString();
    }

    private static String row(String name, List<Round> rounds) {
        double[] times =
                rounds.stream()
                        .flatMap(one -> one.officers().stream())
                        .mapToDouble(one -> one)
                        .sorted()
                        .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f |%n",
                name,
                times[times.length / 2],
                times[(int) Math.min(times.length - 1, Math.round(times.length * 0.99))]);
    }
}
