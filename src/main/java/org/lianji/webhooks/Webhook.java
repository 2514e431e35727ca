package org.lianji.webhooks;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.util.List;

/**
 * An address that a department registered, to be told there of its matters.
 *
 * @param progress how far it has come
 * @param department its code
 * @param url where it is told
 * @param kinds of news that it is told of; none for all
 * @param sealed what it is signed with, as it is kept
 * @param secret the same in clear: for who has just registered it, and nobody else ever
 */
record Webhook(
        Progress<WebhookState> progress,
        String department,
        String url,
        List<String> kinds,
        String sealed,
        @LinkedComponent @Nullable String secret)
        implements Procedure<WebhookState> {

    Webhook {
        kinds = List.copyOf(kinds);
    }

    @Override
    public Webhook progressed(Progress<WebhookState> further) {
        return new Webhook(further, department, url, kinds, sealed, secret);
    }

    Webhook told(String inClear) {
        return new Webhook(progress, department, url, kinds, sealed, inClear);
    }

    /** {@return what its listener is known by} */
    String listener() {
        return listener(id());
    }

    static String listener(String id) {
        return "webhook-" + id;
    }
}
