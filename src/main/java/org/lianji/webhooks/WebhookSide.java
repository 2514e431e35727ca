package org.lianji.webhooks;

import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a webhook is. */
enum WebhookSide implements Party<Webhook> {
    /** The sharing unit of the department that registered it. */
    OWNER;

    @Override
    public boolean has(Actor actor, Webhook webhook) {
        return actor.caller().is(Role.SHARING_UNIT)
                && actor.caller().department().equals(webhook.department());
    }
}
