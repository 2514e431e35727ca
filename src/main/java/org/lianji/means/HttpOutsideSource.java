package org.lianji.means;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Yuan;
import org.lianji.platform.ProductionChecks;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source that is asked by HTTP: a POST of JSON with the persons' numbers and the number of the
 * consent, answered with a sum each. What hangs, breaks off or is too busy is asked again, later
 * and later, a few times; what is refused or can't be understood is not.
 */
final class HttpOutsideSource implements OutsideSource {

    private static final int GOOD = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final long LONGEST_ANSWER = 1 << 20;
    private static final double LATER = 2;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final OutsideKind kind;
    private final OutsideSettings.Endpoint endpoint;
    private final HttpClient http;
    private final RetryTemplate attempts;

    HttpOutsideSource(OutsideKind kind, OutsideSettings.Endpoint endpoint) {
        if (!safe(
                Objects.requireNonNull(
                        endpoint.url(), "lianji.outside.%s.url is not set".formatted(kind)))) {
            throw new IllegalArgumentException(
                    "lianji.outside.%s.url is not https: numbers and sums would be open on the way"
                            .formatted(kind));
        }
        this.kind = kind;
        this.endpoint = endpoint;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(endpoint.timeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        this.attempts =
                new RetryTemplate(
                        RetryPolicy.builder()
                                .maxRetries(endpoint.retries())
                                .delay(endpoint.backoff())
                                .multiplier(LATER)
                                .includes(BusySourceException.class)
                                .build());
    }

    private static boolean safe(URI url) {
        return url.getHost() != null
                && ("https".equalsIgnoreCase(url.getScheme())
                        || ProductionChecks.isLoopback(url.getHost()));
    }

    /** It may answer when it is asked again. */
    private static final class BusySourceException extends IOException {

        private static final long serialVersionUID = 1L;

        BusySourceException(String message) {
            super(message);
        }
    }

    /** What is sent. */
    private record Question(
            OutsideKind kind,
            String requestNo,
            String consentNo,
            List<OutsideInquiry.Subject> persons) {}

    /** What comes back. */
    private record Reply(@Nullable List<Line> persons) {}

    private record Line(
            @Nullable String ref, @Nullable BigDecimal amount, @Nullable LocalDate asOf) {}

    @Override
    public OutsideKind kind() {
        return kind;
    }

    @Override
    public OutsideAnswer ask(OutsideInquiry inquiry) throws IOException, InterruptedException {
        HttpRequest request = request(inquiry);
        Set<String> asked =
                inquiry.persons().stream()
                        .map(OutsideInquiry.Subject::ref)
                        .collect(Collectors.toSet());
        try {
            return understood(
                    Objects.requireNonNull(attempts.execute(() -> answered(request))), asked);
        } catch (RetryException e) {
            switch (e.getCause()) {
                case InterruptedException stopped -> throw stopped;
                case IOException broken -> throw broken;
                case null, default -> throw new IOException("not asked", e.getCause());
            }
        }
    }

    private HttpRequest request(OutsideInquiry inquiry) {
        String body =
                JsonMapper.shared()
                        .writeValueAsString(
                                new Question(
                                        kind,
                                        inquiry.requestNo(),
                                        inquiry.consentNo(),
                                        inquiry.persons()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.url())
                        .timeout(endpoint.timeout())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (endpoint.token() != null) {
            request.header("Authorization", "Bearer " + endpoint.token());
        }
        return request.build();
    }

    /** The time runs until the answer is there to its end. */
    private byte[] answered(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> answer =
                    sent.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
            int status = answer.statusCode();
            if (status >= SERVER_ERROR || status == TOO_MANY) {
                throw new BusySourceException("answered with " + status);
            }
            if (status != GOOD) {
                throw new IOException("answered with " + status);
            }
            return answer.body();
        } catch (TimeoutException _) {
            throw new BusySourceException("not answered in time");
        } catch (ExecutionException e) {
            throw new BusySourceException("broken off: " + kind(e.getCause()));
        } finally {
            sent.cancel(true);
        }
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "" : cause.getClass().getSimpleName();
    }

    /** A line about somebody who wasn't asked about, or without a sum, says nothing. */
    private static OutsideAnswer understood(byte[] body, Set<String> asked) throws IOException {
        try {
            Reply reply = JsonMapper.shared().readValue(body, Reply.class);
            List<Line> lines =
                    reply == null || reply.persons() == null ? List.of() : reply.persons();
            return new OutsideAnswer(lines.stream().flatMap(line -> sum(line, asked)).toList());
        } catch (JacksonException | ArithmeticException _) {
            throw new IOException("not understood");
        }
    }

    private static Stream<OutsideAnswer.PersonSum> sum(Line line, Set<String> asked) {
        String ref = line.ref();
        BigDecimal amount = line.amount();
        LocalDate asOf = line.asOf();
        if (ref == null || amount == null || asOf == null || !asked.contains(ref)) {
            return Stream.empty();
        }
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw new ArithmeticException("no sum of money");
        }
        return Stream.of(new OutsideAnswer.PersonSum(ref, Yuan.fen(amount), asOf));
    }
}
