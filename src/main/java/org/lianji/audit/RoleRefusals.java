package org.lianji.audit;

import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.roles.RoleRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.List;

/** Writes down who wanted to do what none of their roles may. */
@Component
final class RoleRefusals {

    private final AuditLog chain;

    RoleRefusals(AuditLog chain) {
        this.chain = chain;
    }

    @EventListener
    void on(RoleRefused refused) {
        Caller caller = refused.caller();
        chain.append(
                List.of(
                        new Entry(
                                Kind.DENIAL,
                                caller.department(),
                                caller.client(),
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                Digests.hex(refused.what()),
                                null)));
    }
}
