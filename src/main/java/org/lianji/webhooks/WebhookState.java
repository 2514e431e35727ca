package org.lianji.webhooks;

/** Whether a registered address is told. */
enum WebhookState {
    ACTIVE,
    PAUSED,
    REMOVED
}
