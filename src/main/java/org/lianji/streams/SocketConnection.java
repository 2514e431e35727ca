package org.lianji.streams;

import org.jspecify.annotations.Nullable;
import org.lianji.api.RequestContext;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.security.SignedIn;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One client's WebSocket: who it is, what it has asked, and when it ends. */
final class SocketConnection implements Streams.Line {

    /** Nobody, until the client has said who it is. */
    private static final Caller NOBODY = new Caller("", "", java.util.Set.of(), "", null);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final GraphQlWebSocketHandler door;
    private final WebSocketSession session;
    private final @Nullable SignedIn handshake;
    private final Map<String, StreamedOperation> operations = new ConcurrentHashMap<>();
    private final Instant initBy;
    private volatile @Nullable SignedIn signedIn;
    private volatile boolean heard = true;
    private Instant nextPing;
    private Reason reason = Reason.NONE;

    SocketConnection(GraphQlWebSocketHandler door, WebSocketSession session, Instant now) {
        this.door = door;
        this.session = session;
        this.handshake = session.getPrincipal() instanceof SignedIn there ? there : null;
        this.initBy = now.plus(door.settings().init());
        this.nextPing = now.plus(door.settings().keepAlive());
    }

    /** {@return whether the client hasn't said yet who it is} */
    boolean isWaiting() {
        return signedIn == null;
    }

    boolean isFrom(@Nullable InetAddress address) {
        InetSocketAddress remote = session.getRemoteAddress();
        return remote != null && Objects.equals(remote.getAddress(), address);
    }

    void heard(SocketMessage message) throws IOException {
        heard = true;
        switch (message) {
            case SocketMessage.Init init -> init(init);
            case SocketMessage.Ping _ -> send(Map.of("type", "pong"));
            case SocketMessage.Pong _ -> {}
            case SocketMessage.Subscribe subscribe -> subscribe(subscribe);
            case SocketMessage.Complete complete ->
                    Optional.ofNullable(operations.get(complete.id()))
                            .ifPresent(StreamedOperation::cancel);
        }
    }

    private void init(SocketMessage.Init init) throws IOException {
        if (signedIn != null) {
            throw new SocketClosed(SocketClosed.SECOND_INIT);
        }
        Object token = init.credential();
        SignedIn who = token == null ? handshake : door.signIn(token);
        if (who == null) {
            throw new SocketClosed(SocketClosed.UNAUTHORIZED);
        }
        door.admit(who);
        reason = Reason.read(init::value).known();
        signedIn = who;
        send(Map.of("type", "connection_ack"));
    }

    private void subscribe(SocketMessage.Subscribe subscribe) throws IOException {
        SignedIn who = signedIn;
        if (who == null) {
            throw new SocketClosed(SocketClosed.UNAUTHORIZED);
        }
        String id = subscribe.id();
        RequestContext asked = new RequestContext(who.caller(), reason, RequestContext.Way.STREAM);
        StreamedOperation running =
                new StreamedOperation(
                        who.caller(), locale(), door.faults(), new Answer(id), asked.listener());
        if (operations.putIfAbsent(id, running) != null) {
            throw new SocketClosed(SocketClosed.ALREADY_SUBSCRIBED);
        }
        try {
            door.rates().take(who.caller());
            if (operations.size() > door.settings().perConnection()) {
                throw new Problem(
                        PlatformCode.TOO_MANY_STREAMS,
                        Map.of("limit", door.settings().perConnection()));
            }
            door.streams().add(running);
            Map<String, Object> body = door.texts().complete(who.caller(), subscribe.question());
            ask(who, asked, question(asked, body, id), running);
        } catch (Problem problem) {
            running.end(problem);
        }
    }

    private WebGraphQlRequest question(RequestContext asked, Map<String, Object> body, String id) {
        return new WebGraphQlRequest(
                Objects.requireNonNull(session.getUri()),
                session.getHandshakeHeaders(),
                null,
                session.getRemoteAddress(),
                asked.attributes(session.getAttributes()),
                body,
                session.getId() + "-" + id,
                locale());
    }

    private void ask(
            SignedIn who,
            RequestContext asked,
            WebGraphQlRequest question,
            StreamedOperation running) {
        asked.accompany(question);
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        try {
            running.read(door.graph().handleRequest(question), door.settings().queue());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private java.util.Locale locale() {
        return GraphQlWebSocketHandler.locale(session);
    }

    /** Where the answer to one question goes. */
    private final class Answer implements StreamedOperation.MessageSink {

        private final String id;

        Answer(String id) {
            this.id = id;
        }

        @Override
        public void next(Map<String, Object> event) throws IOException {
            send(message("next", event));
        }

        @Override
        public void error(List<?> errors) throws IOException {
            over();
            send(message("error", errors));
        }

        @Override
        public void complete() throws IOException {
            over();
            send(message("complete", null));
        }

        @Override
        public void over() {
            StreamedOperation running = operations.remove(id);
            if (running != null) {
                door.streams().remove(running);
            }
        }

        private Map<String, Object> message(String type, @Nullable Object payload) {
            Map<String, Object> message = new LinkedHashMap<>(Map.of("id", id));
            message.put("type", type);
            if (payload != null) {
                message.put("payload", payload);
            }
            return message;
        }
    }

    private synchronized void send(Map<String, Object> message) throws IOException {
        session.sendMessage(new TextMessage(JSON.writeValueAsBytes(message)));
    }

    @Override
    public Caller caller() {
        SignedIn who = signedIn;
        return who == null ? NOBODY : who.caller();
    }

    @Override
    public void check(Instant now) {
        SignedIn who = signedIn;
        if (who == null) {
            if (!now.isBefore(initBy)) {
                close(SocketClosed.INIT_TIMEOUT);
            }
        } else if (!now.isBefore(who.until())) {
            close(SocketClosed.TOKEN_EXPIRED);
        } else if (!now.isBefore(nextPing)) {
            ping(now);
        }
    }

    private void ping(Instant now) {
        if (!heard) {
            close(SocketClosed.NO_SIGN_OF_LIFE);
            return;
        }
        heard = false;
        nextPing = now.plus(door.settings().keepAlive());
        try {
            send(Map.of("type", "ping"));
        } catch (IOException | IllegalStateException gone) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    @Override
    public void shutDown() {
        close(CloseStatus.GOING_AWAY);
    }

    void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException gone) {
            closed();
        }
    }

    void closed() {
        operations.values().forEach(StreamedOperation::cancel);
    }
}
