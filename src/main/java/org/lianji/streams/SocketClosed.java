package org.lianji.streams;

import org.springframework.web.socket.CloseStatus;

/** A connection must end, with the close code that the protocol has for the reason. */
final class SocketClosed extends RuntimeException {

    static final CloseStatus INVALID_MESSAGE = new CloseStatus(4400, "Invalid message");
    static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");
    static final CloseStatus FORBIDDEN = new CloseStatus(4403, "Forbidden");
    static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4403, "Token expired");
    static final CloseStatus SUBPROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");
    static final CloseStatus INIT_TIMEOUT =
            new CloseStatus(4408, "Connection initialisation timeout");
    static final CloseStatus ALREADY_SUBSCRIBED =
            new CloseStatus(4409, "Subscriber already exists");
    static final CloseStatus SECOND_INIT =
            new CloseStatus(4429, "Too many initialisation requests");
    static final CloseStatus NO_SIGN_OF_LIFE = new CloseStatus(1001, "No sign of life");
    static final CloseStatus TOO_MANY_CONNECTIONS = new CloseStatus(1013, "Too many connections");
    static final CloseStatus NO_ISSUER = new CloseStatus(1013, "Try again later");

    private final transient CloseStatus status;

    SocketClosed(CloseStatus status) {
        super(status.getReason(), null, false, false);
        this.status = status;
    }

    CloseStatus status() {
        return status;
    }
}
