package org.lianji.webhooks;

import static org.lianji.webhooks.WebhookState.ACTIVE;
import static org.lianji.webhooks.WebhookState.PAUSED;
import static org.lianji.webhooks.WebhookState.REMOVED;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a registered address. */
enum WebhookTransition implements Transition<WebhookState, Webhook> {
    REGISTER(turn().to(ACTIVE)),
    PAUSE(turn().from(ACTIVE).to(PAUSED).as("pauseWebhook")),
    RESUME(turn().from(PAUSED).to(ACTIVE).as("resumeWebhook")),
    /** What it did not take however often it was told is told again. */
    REPLAY(turn().from(ACTIVE).to(ACTIVE).as("replayWebhook")),
    REMOVE(turn().from(ACTIVE, PAUSED).to(REMOVED).as("removeWebhook"));

    private final Row<WebhookState, Webhook> row;

    WebhookTransition(Row<WebhookState, Webhook> row) {
        this.row = row;
    }

    private static Row<WebhookState, Webhook> turn() {
        return Row.<WebhookState, Webhook>turn(WebhookSide.OWNER).by(Role.SHARING_UNIT);
    }

    @Override
    public Row<WebhookState, Webhook> row() {
        return row;
    }
}
