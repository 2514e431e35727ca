package org.lianji.webhooks;

import org.lianji.monitoring.WarningDirectory;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.procedure.Procedure;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells one address of the steps of its department's warnings. What it doesn't take with a 2xx is
 * told again by the outbox, later and later, and at last left to an operator; news of one warning
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

    private final String name;
    private final Webhook hook;
    private final WarningDirectory warnings;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    WebhookListener(String name, Webhook hook, WarningDirectory warnings, Clock clock) {
        this.name = name;
        this.hook = hook;
        this.warnings = warnings;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param id of the news: who has heard it need not hear it again
     * @param kind what happened
     * @param subject identifier of the warning
     * @param at when
     */
    private record Told(String id, String kind, String subject, ZonedDateTime at) {}

    @Override
    public String name() {
        return "webhook-" + name;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WarningDirectory.CHANGED);
    }

    @Override
    public void on(News news) {
        String warning = news.as(Procedure.StepNews.class).id();
        if (warnings.concerns(hook.department(), warning)) {
            send(new Told(news.id(), news.kind(), warning, news.at()));
        }
    }

    private void send(Told told) {
        String body = JsonMapper.shared().writeValueAsString(told);
        long now = clock.instant().getEpochSecond();
        HttpRequest request =
                HttpRequest.newBuilder(hook.url())
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header(SIGNATURE, "t=%d,v1=%s".formatted(now, signed(now + "." + body)))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        int status = answered(request);
        if (status < GOOD || status >= NO_LONGER_GOOD) {
            throw new IllegalStateException(name() + " was answered with " + status);
        }
    }

    private int answered(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signed(String text) {
        try {
            Mac keyed = Mac.getInstance(ALGORITHM);
            keyed.init(
                    new SecretKeySpec(hook.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(keyed.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
