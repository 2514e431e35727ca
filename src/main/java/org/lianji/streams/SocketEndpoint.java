package org.lianji.streams;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lianji.api.Addresses;
import org.lianji.platform.RequestLocale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

import java.util.List;
import java.util.Map;

/**
 * Where WebSocket connections come in. A token in the handshake is checked like any; without one,
 * which browsers can't send, the connection says who it is in its first message.
 */
@Configuration
@EnableScheduling
@EnableConfigurationProperties(StreamSettings.class)
public class SocketEndpoint {

    /** Goes before the routes of {@link GraphQlEndpoint}, which take no GET. */
    @Bean
    HandlerMapping sockets(GraphQlWebSocketHandler door, Origins origins, RequestLocale languages) {
        WebSocketHttpRequestHandler handler = new WebSocketHttpRequestHandler(door);
        handler.setHandshakeInterceptors(List.of(new Handshake(door, origins, languages)));
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setUrlMap(Map.of(Addresses.GRAPHQL, handler));
        mapping.setOrder(-2);
        return mapping;
    }

    /** {@return whether a request wants to become a WebSocket} */
    public static boolean isHandshake(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && Addresses.GRAPHQL.equals(request.getServletPath())
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    private record Handshake(GraphQlWebSocketHandler door, Origins origins, RequestLocale languages)
            implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            if (!origins.admit(request)) {
                response.setStatusCode(HttpStatus.FORBIDDEN);
                return false;
            }
            if (!door.hasRoom(request.getRemoteAddress())) {
                response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                response.getHeaders().set(HttpHeaders.RETRY_AFTER, door.retryAfter());
                return false;
            }
            if (request instanceof ServletServerHttpRequest servlet) {
                attributes.put(
                        GraphQlWebSocketHandler.LOCALE,
                        languages.resolveLocale(servlet.getServletRequest()));
            }
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception fault) {}
    }
}
