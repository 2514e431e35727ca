package org.lianji.webhooks;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.database.Fragment;
import org.lianji.outbox.NewsAudience;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Registered addresses in the graph; about nobody. */
@Component
final class WebhookFlow implements Flow<WebhookState, WebhookTransition, Webhook> {

    private static final int MOST = 10;

    /** Of two that are registered at once the second waits for the first. */
    private static final String KEPT =
            """
            MERGE (l:WebhookOwner {department: $department})
            SET l.lock = true REMOVE l.lock
            WITH l
            MATCH (m:Webhook {department: $department}) WHERE m.state <> 'REMOVED'
            RETURN count(m)
            """;

    /** What nothing is signed with any more. */
    private static final String FORGET = "MATCH (m:Webhook {id: $id}) SET m.sealed = ''";

    private final Neo4jClient graph;
    private final NewsAudience audience;
    private final ObjectProvider<PartyNews> news;

    /** What there is news of follows from all flows, and this is one of them. */
    WebhookFlow(Neo4jClient graph, NewsAudience audience, ObjectProvider<PartyNews> news) {
        this.graph = graph;
        this.audience = audience;
        this.news = news;
    }

    @Override
    public Class<WebhookState> states() {
        return WebhookState.class;
    }

    @Override
    public Class<WebhookTransition> table() {
        return WebhookTransition.class;
    }

    @Override
    public Class<Webhook> matter() {
        return Webhook.class;
    }

    @Override
    public char letter() {
        return 'M';
    }

    @Override
    public Code notFound() {
        return WebhookCode.WEBHOOK_NOT_FOUND;
    }

    @Override
    public String linked() {
        return ", secret: null";
    }

    /** Where a department is told is its own. */
    @Override
    public Fragment visible(Actor actor) {
        return actor.caller().is(Role.SYSTEM, Role.SHARING_UNIT, Role.SHARING_HEAD)
                ? Fragment.of(
                        "m.department = $department", "department", actor.caller().department())
                : Fragment.FALSE;
    }

    /** One that is paused keeps its place, and goes on from there. */
    @Override
    public void taken(Actor actor, WebhookTransition step, Webhook after) {
        switch (step) {
            case REGISTER -> {
                count(after.department());
                audience.join(after.listener(), news.getObject().kinds(after.kinds()));
            }
            case REPLAY -> audience.replay(after.listener());
            case REMOVE -> {
                audience.leave(after.listener());
                graph.query(FORGET).bind(after.id()).to("id").run();
            }
            case PAUSE, RESUME -> {}
        }
    }

    private void count(String department) {
        long kept =
                graph.query(KEPT)
                        .bind(department)
                        .to("department")
                        .fetchAs(Long.class)
                        .one()
                        .orElse(0L);
        if (kept > MOST) {
            throw new Problem(WebhookCode.TOO_MANY_WEBHOOKS, Map.of("max", MOST));
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, WebhookTransition step, Webhook after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                null,
                after.id(),
                List.of(),
                List.of("Webhook." + step.name()),
                List.of(),
                Digests.hex(String.join(" ", after.stepText(step), after.url())),
                null);
    }
}
