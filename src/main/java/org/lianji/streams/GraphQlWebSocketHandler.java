package org.lianji.streams;

import org.lianji.api.DocumentLookup;
import org.lianji.limits.Rates;
import org.lianji.platform.Faults;
import org.lianji.platform.HubClock;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.security.BearerTokens;
import org.lianji.security.SignedIn;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * GraphQL by WebSocket, protocol {@code graphql-transport-ws}. Spring's own handler ends a
 * connection with 1011 where the protocol has a code of its own, looks at an identifier's second
 * use only after the question was run, and knows neither bounds nor tokens that run out.
 */
@Component
public final class GraphQlWebSocketHandler extends AbstractWebSocketHandler
        implements SubProtocolCapable {

    public static final String PROTOCOL = "graphql-transport-ws";
    static final String LOCALE = "locale";

    private final Map<String, SocketConnection> connections = new ConcurrentHashMap<>();
    private final WebGraphQlHandler graph;
    private final DocumentLookup texts;
    private final JwtDecoder tokens;
    private final Streams streams;
    private final StreamSettings settings;
    private final Rates rates;
    private final Faults faults;
    private final Clock clock;

    GraphQlWebSocketHandler(
            WebGraphQlHandler graph,
            DocumentLookup texts,
            JwtDecoder tokens,
            Streams streams,
            StreamSettings settings,
            Rates rates,
            Faults faults,
            Clock clock) {
        this.graph = graph;
        this.texts = texts;
        this.tokens = tokens;
        this.streams = streams;
        this.settings = settings;
        this.rates = rates;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        if (!PROTOCOL.equals(session.getAcceptedProtocol())) {
            session.close(SocketClosed.SUBPROTOCOL);
            return;
        }
        session.setTextMessageSizeLimit(settings.messageBytes());
        SocketConnection connection = new SocketConnection(this, session, HubClock.real(clock));
        connections.put(session.getId(), connection);
        streams.add(connection);
        if (waiting() > settings.waiting()) {
            connection.close(SocketClosed.TOO_MANY_CONNECTIONS);
        }
    }

    /**
     * {@return whether another connection may come from there, since not too many wait already for
     * their client to say who it is}
     */
    boolean hasRoom(InetSocketAddress from) {
        return waiting() < settings.waiting()
                && connections.values().stream()
                                .filter(one -> one.isWaiting() && one.isFrom(from.getAddress()))
                                .count()
                        < settings.waitingPerAddress();
    }

    /** {@return in how many seconds those that wait now do so no longer} */
    String retryAfter() {
        return String.valueOf(settings.init().toSeconds());
    }

    private long waiting() {
        return connections.values().stream().filter(SocketConnection::isWaiting).count();
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        SocketConnection connection = connections.get(session.getId());
        if (connection == null) {
            return;
        }
        try {
            connection.heard(SocketMessage.read(message.getPayload()));
        } catch (SocketClosed end) {
            connection.close(end.status());
        } catch (Problem invalid) {
            connection.close(SocketClosed.invalid(invalid));
        } catch (Exception fault) {
            faults.problem(fault);
            connection.close(CloseStatus.SERVER_ERROR);
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message)
            throws Exception {
        session.close(SocketClosed.invalid("text, not binary").status());
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable fault) {
        end(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        end(session);
    }

    private void end(WebSocketSession session) {
        SocketConnection connection = connections.remove(session.getId());
        if (connection != null) {
            streams.remove(connection);
            connection.closed();
        }
    }

    /** {@return who the token speaks for, as given in the payload of {@code connection_init}} */
    SignedIn signIn(Object authorization) {
        if (!(authorization instanceof String text) || !BearerTokens.isScheme(text)) {
            throw new SocketClosed(SocketClosed.UNAUTHORIZED);
        }
        try {
            return new SignedIn(tokens.decode(text.substring(BearerTokens.SCHEME.length())));
        } catch (BadJwtException | BadCredentialsException refused) {
            throw new SocketClosed(SocketClosed.UNAUTHORIZED);
        } catch (RuntimeException unreachable) {
            throw new SocketClosed(SocketClosed.NO_ISSUER);
        }
    }

    /** Citizens ask and are answered: streams are for those whose work it is to follow changes. */
    void admit(SignedIn who) {
        if (who.caller().is(Role.CITIZEN)) {
            throw new SocketClosed(SocketClosed.FORBIDDEN);
        }
        if (!HubClock.real(clock).isBefore(who.until())) {
            throw new SocketClosed(SocketClosed.TOKEN_EXPIRED);
        }
        if (streams.count(SocketConnection.class, who.caller()) >= settings.connections()) {
            throw new SocketClosed(SocketClosed.TOO_MANY_CONNECTIONS);
        }
    }

    static Locale locale(WebSocketSession session) {
        return session.getAttributes().get(LOCALE) instanceof Locale locale
                ? locale
                : Locale.SIMPLIFIED_CHINESE;
    }

    WebGraphQlHandler graph() {
        return graph;
    }

    DocumentLookup texts() {
        return texts;
    }

    Streams streams() {
        return streams;
    }

    StreamSettings settings() {
        return settings;
    }

    Rates rates() {
        return rates;
    }

    Faults faults() {
        return faults;
    }
}
