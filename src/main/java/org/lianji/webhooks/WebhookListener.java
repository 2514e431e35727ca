package org.lianji.webhooks;

import org.lianji.outbox.ListenerFault;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells one address of the steps of its department's matters. What it doesn't take with a 2xx is
 * told again by the outbox, later and later, and at last left to an operator; news of one matter
 * come in their order, and perhaps twice.
 */
final class WebhookListener implements NewsListener {

    /** Header field: when it was sent, and the HMAC-SHA256 of that, a dot and the body. */
    static final String SIGNATURE = "Lianji-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int GOOD = 200;
    private static final int NO_LONGER_GOOD = 300;

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final String name;
    private final Supplier<Set<String>> kinds;
    private final Supplier<Optional<WebhookTarget>> target;
    private final PartyNews parties;
    private final Clock clock;

    /**
     * @param name what it is known by
     * @param kinds of news that it is told of
     * @param target where, as of when it is told; none where nobody is to be told any more
     */
    WebhookListener(
            String name,
            Supplier<Set<String>> kinds,
            Supplier<Optional<WebhookTarget>> target,
            PartyNews parties,
            Clock clock) {
        this.name = name;
        this.kinds = kinds;
        this.target = target;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param id of the news: who has heard it need not hear it again
     * @param kind what happened
     * @param subject identifier of the matter
     * @param at when
     */
    private record Told(String id, String kind, String subject, ZonedDateTime at) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> kinds() {
        return kinds.get();
    }

    @Override
    public void on(News news) {
        target.get()
                .filter(to -> parties.concern(to.department(), news))
                .ifPresent(
                        to ->
                                send(
                                        to,
                                        new Told(
                                                news.id(),
                                                news.kind(),
                                                news.subject(),
                                                news.at())));
    }

    private void send(WebhookTarget to, Told told) {
        String body = JsonMapper.shared().writeValueAsString(told);
        long now = clock.instant().getEpochSecond();
        HttpRequest request =
                HttpRequest.newBuilder(to.url())
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header(
                                SIGNATURE,
                                "t=%d,v1=%s".formatted(now, signed(to, now + "." + body)))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        int status = answered(request);
        if (status < GOOD || status >= NO_LONGER_GOOD) {
            throw new ListenerFault("HTTP " + status);
        }
    }

    private static int answered(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException e) {
            throw new ListenerFault("no answer in time");
        } catch (IOException e) {
            throw new ListenerFault("no connection");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String signed(WebhookTarget to, String text) {
        try {
            Mac keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(to.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(keyed.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
