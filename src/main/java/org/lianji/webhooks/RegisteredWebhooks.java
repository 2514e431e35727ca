package org.lianji.webhooks;

import org.jspecify.annotations.Nullable;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.outbox.ListenerFault;
import org.lianji.outbox.ListenerSource;
import org.lianji.outbox.NewsListener;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses that departments register, pause and remove themselves; each is a listener. */
@Component
final class RegisteredWebhooks implements ListenerSource {

    private static final int PORTS = 65_535;
    private static final String THIS_MACHINE = "localhost";

    /** Four numbers, none written with more digits than it has: some read those as octal. */
    private static final Pattern QUAD =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.|$)){4}");

    private static final int LONGEST_URL = 500;
    private static final int SECRET_BYTES = 32;
    private static final long SECRET = 0;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String ACTIVE =
            "MATCH (m:Webhook) WHERE m.state = 'ACTIVE' RETURN m.id AS id ORDER BY id";

    private final Procedures<WebhookState, WebhookTransition, Webhook> matters;
    private final PartyNews parties;
    private final SealedTexts texts;
    private final Neo4jClient graph;
    private final Clock clock;
    private final boolean demo;

    RegisteredWebhooks(
            WebhookFlow flow,
            ProcedureKernel kernel,
            PartyNews parties,
            SealedTexts texts,
            Neo4jClient graph,
            Clock clock,
            @Value("${lianji.mode}") String mode) {
        this.matters = kernel.of(flow);
        this.parties = parties;
        this.texts = texts;
        this.graph = graph;
        this.clock = clock;
        this.demo = mode.equals("demo");
    }

    /**
     * {@return an address, registered, with what it is signed with; a call that is sent again is
     * answered without that}
     *
     * @param kinds of news that it is told of; none for all
     */
    Webhook register(MutationCall call, Reason stated, String url, List<String> kinds) {
        Caller caller = call.caller();
        if (caller.department().isEmpty()) {
            throw new Problem(WebhookCode.WEBHOOK_DEPARTMENTS_ONLY);
        }
        checked(url);
        Set<String> all = parties.kinds();
        kinds.stream()
                .filter(kind -> !all.contains(kind))
                .findFirst()
                .ifPresent(
                        kind -> {
                            throw new Problem(
                                    WebhookCode.WEBHOOK_KIND,
                                    Map.of("kind", kind, "kinds", List.copyOf(all)));
                        });
        String secret = secret();
        String[] made = new String[1];
        Webhook registered =
                matters.begin(
                        call,
                        stated,
                        WebhookTransition.REGISTER,
                        null,
                        begun -> {
                            made[0] = begun.id();
                            return new Webhook(
                                    begun,
                                    caller.department(),
                                    url,
                                    List.copyOf(new TreeSet<>(kinds)),
                                    texts.close(Webhook.class, begun.id(), SECRET, secret),
                                    null);
                        });
        return registered.id().equals(made[0]) ? registered.told(secret) : registered;
    }

    private void checked(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw unfit();
        }
        boolean here = WebhookTarget.onThisMachine(uri);
        boolean fits =
                url.length() <= LONGEST_URL
                        && uri.getHost() != null
                        && (here || isAddress(uri.getHost()))
                        && (uri.getPort() == -1 || uri.getPort() >= 1 && uri.getPort() <= PORTS)
                        && uri.getRawUserInfo() == null
                        && uri.getRawFragment() == null
                        && (demo && here && "http".equalsIgnoreCase(uri.getScheme())
                                || !here
                                        && "https".equalsIgnoreCase(uri.getScheme())
                                        && !within(uri));
        if (!fits) {
            throw unfit();
        }
    }

    /** {@return whether it is an address as all write it, or a name that isn't this machine's} */
    private static boolean isAddress(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return host.startsWith("[")
                || QUAD.matcher(host).matches()
                || last.matches("[a-z][a-z0-9-]*")
                        && host.contains(".")
                        && !last.equals(THIS_MACHINE)
                        && !host.toLowerCase(Locale.ROOT).startsWith(THIS_MACHINE + ".");
    }

    /** {@return whether the host, as an address, is this machine or its own wire} */
    private static boolean within(URI uri) {
        String host = uri.getHost();
        return (host.startsWith("[") || QUAD.matcher(host).matches()) && leadsHere(host);
    }

    /** {@return whether the host is this machine or its own wire, or nobody knows} */
    private static boolean leadsHere(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .anyMatch(
                            address ->
                                    address.isLoopbackAddress()
                                            || address.isAnyLocalAddress()
                                            || address.isLinkLocalAddress()
                                            || address.isMulticastAddress());
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static Problem unfit() {
        return new Problem(WebhookCode.WEBHOOK_URL, Map.of("max", LONGEST_URL));
    }

    private static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    Optional<Webhook> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /** {@return the department's own, the newest first} */
    ListSource<Webhook> listing(Caller caller, @Nullable WebhookState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    @Override
    public Collection<NewsListener> listeners() {
        return graph.query(ACTIVE).fetchAs(String.class).all().stream()
                .<NewsListener>map(
                        id ->
                                new WebhookListener(
                                        Webhook.listener(id),
                                        () -> kinds(id),
                                        () -> target(id),
                                        parties,
                                        clock))
                .toList();
    }

    private Set<String> kinds(String id) {
        return matters.find(id).map(hook -> parties.kinds(hook.kinds())).orElse(Set.of());
    }

    /**
     * What comes while it is paused is told once it goes on: it is not taken until then.
     *
     * @throws ListenerFault while it is paused, or its host leads to this machine
     */
    private Optional<WebhookTarget> target(String id) {
        Optional<Webhook> known =
                matters.find(id).filter(hook -> hook.state() != WebhookState.REMOVED);
        known.ifPresent(this::ready);
        return known.flatMap(
                hook ->
                        Optional.ofNullable(
                                        texts.open(Webhook.class, hook.id(), SECRET, hook.sealed()))
                                .map(
                                        secret ->
                                                new WebhookTarget(
                                                        hook.department(),
                                                        URI.create(hook.url()),
                                                        secret)));
    }

    private void ready(Webhook hook) {
        if (hook.state() == WebhookState.PAUSED) {
            throw new ListenerFault("paused");
        }
        URI url = URI.create(hook.url());
        if (!(demo && WebhookTarget.onThisMachine(url)) && leadsHere(url.getHost())) {
            throw new ListenerFault("the address leads to no other machine");
        }
    }
}
