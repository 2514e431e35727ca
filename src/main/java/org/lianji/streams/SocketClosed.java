package org.lianji.streams;

import org.lianji.platform.Problem;
import org.springframework.web.socket.CloseStatus;

import java.util.Map;

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

    /**
     * {@return the end of a connection whose client said what the protocol does not know}
     *
     * @param why what to do, in English, in ASCII, without anything that the client has sent
     */
    static SocketClosed invalid(String why) {
        return new SocketClosed(
                INVALID_MESSAGE.withReason(INVALID_MESSAGE.getReason() + ": " + why));
    }

    /** {@return how a connection ends whose client's message is refused so} */
    static CloseStatus invalid(Problem refused) {
        return invalid(refused.code().name() + said(refused.details())).status();
    }

    /** A reason has 123 bytes at most; names of parameters are short. */
    private static String said(Map<String, Object> details) {
        return details.get("parameter") instanceof String name ? " " + name : "";
    }

    CloseStatus status() {
        return status;
    }
}
