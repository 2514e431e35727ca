package org.lianji.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.TestClock;
import org.lianji.platform.DoorTest;
import org.lianji.platform.People;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.SocketClient;
import org.lianji.platform.Ticks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** GraphQL by WebSocket, message by message. */
@DoorTest
@ExtendWith(OutputCaptureExtension.class)
class SocketsIT {

    private static final String PROTOCOL = "graphql-transport-ws";

    @Autowired Hub hub;
    @Autowired TestClock clock;
    @Autowired Streams streams;
    @Autowired Ticks.Pulse pulse;

    private final List<SocketClient> clients = new ArrayList<>();

    @BeforeEach
    void start() {
        clock.set(Instant.now());
        pulse.news.clear();
    }

    @AfterEach
    void hangUp() {
        clients.forEach(SocketClient::hangUp);
    }

    private SocketClient open(String... headers) {
        SocketClient client = SocketClient.open(hub.address(), PROTOCOL, headers);
        clients.add(client);
        return client;
    }

    private SocketClient signedIn(String caller) {
        SocketClient client = open().init(hub.token(caller));
        assertThat(client.type()).isEqualTo("connection_ack");
        return client;
    }

    /** With a subscription under that name, which is known to run. */
    private SocketClient subscribed(String caller, String id) {
        SocketClient client = signedIn(caller).ask(id, "subscription { ticks }");
        assertThat(news()).isEqualTo("subscribed");
        return client;
    }

    private String news() {
        try {
            return String.valueOf(pulse.news.poll(120, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsEachEventUntilTheClientHasEnough() {
        SocketClient client = subscribed("MZ", "a");
        pulse.tick(7);

        assertThat(client.next().toString())
                .isEqualTo("{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"ticks\":7}}}");
        client.say(Map.of("id", "a", "type", "complete"));
        assertThat(news()).isEqualTo("cancel");
        assertThat(
                        client.ask("a", "{ __typename }")
                                .next()
                                .at("/payload/data/__typename")
                                .asString())
                .as("the name is free again")
                .isEqualTo("Query");
    }

    @Test
    void tellsTheEndOfASubscription() {
        SocketClient client = subscribed("MZ", "a");
        client.hangUp();
        assertThat(news()).isEqualTo("cancel");
    }

    @Test
    void answersQueriesWithWhatTheyCost() {
        SocketClient client =
                signedIn("MZ").ask("q", "{ region(code: \"150900000000\") { code } }");

        JsonNode answer = client.next();
        assertThat(answer.get("type").asString()).isEqualTo("next");
        assertThat(answer.at("/payload/data/region/code").asString()).isEqualTo("150900000000");
        assertThat(answer.at("/payload/extensions/cost").asInt()).isEqualTo(2);
        assertThat(client.next().toString()).isEqualTo("{\"id\":\"q\",\"type\":\"complete\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ a{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}}} | TOO_DEEP",
                "{ nothing } | INVALID_DOCUMENT",
                "{ | SYNTAX",
                "{ records(category: MZ01, first: 200000) { nodes { id } } } | TOO_EXPENSIVE",
                "subscription { ticks(fail: $x) } | INVALID_DOCUMENT"
            })
    void refusesWhatHttpRefuses(String document, String code) {
        SocketClient client = signedIn("MZ").ask("q", document);

        JsonNode refused = client.next();
        assertThat(refused.get("type").asString()).isEqualTo("error");
        assertThat(refused.at("/payload/0/extensions/code").asString()).isEqualTo(code);
        assertThat(client.ask("q", "{ __typename }").type()).isEqualTo("next");
    }

    @Test
    void tellsAFaultOfAStreamWithoutItsCause(CapturedOutput output) {
        SocketClient client = signedIn("MZ").ask("a", "subscription { ticks(fail: true) }");
        assertThat(news()).isEqualTo("subscribed");
        pulse.tick(1);

        JsonNode fault = client.next();
        assertThat(fault.get("type").asString()).isEqualTo("error");
        assertThat(fault.at("/payload/0/extensions/code").asString()).isEqualTo("INTERNAL");
        assertThat(fault.toString()).doesNotContain(Ticks.CANARY);
        assertThat(output.getAll()).doesNotContain(Ticks.CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"type\":\"start\",\"id\":\"1\"}",
                "{\"type\":\"ping\",\"type\":\"pong\"}",
                "{\"type\":\"ping\",\"payload\":1}",
                "{\"type\":\"connection_ack\"}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{ __typename }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}",
                "{\"type\":\"complete\"}"
            })
    void closesOnAMessageThatIsNone(String message) {
        assertThat(signedIn("MZ").say(message).closed()).startsWith("4400 Invalid message: ");
    }

    @Test
    void closesOnBinaryMessages() {
        assertThat(signedIn("MZ").binary().closed())
                .isEqualTo("4400 Invalid message: text, not binary");
    }

    @Test
    void closesOnAMessageThatIsTooLarge() {
        assertThat(
                        signedIn("MZ")
                                .say("{\"type\":\"ping\"," + " ".repeat(256 * 1024) + "}")
                                .closed())
                .startsWith("1009");
    }

    @Test
    void closesOnASecondInit() {
        assertThat(signedIn("MZ").init(hub.token("MZ")).closed())
                .isEqualTo("4429 Too many initialisation requests");
    }

    @Test
    void closesOnAQuestionOfNobody() {
        assertThat(open().ask("1", "{ __typename }").closed()).isEqualTo("4401 Unauthorized");
    }

    /** Libraries for browsers write it in their own ways. */
    @ParameterizedTest
    @CsvSource({
        "Authorization,'Bearer '",
        "authorization,'Bearer '",
        "AUTHORIZATION,'bearer '",
        "token,''",
        "token,'Bearer '"
    })
    void takesTheTokenUnderAnyOfItsNames(String name, String scheme) {
        assertThat(
                        open().say(
                                        Map.of(
                                                "type",
                                                "connection_init",
                                                "payload",
                                                Map.of(name, scheme + hub.token("MZ"))))
                                .type())
                .isEqualTo("connection_ack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "authorization"})
    void closesWhereTwoTokensAreGiven(String second) {
        assertThat(
                        open().say(
                                        Map.of(
                                                "type",
                                                "connection_init",
                                                "payload",
                                                Map.of(
                                                        "Authorization",
                                                        "Bearer " + hub.token("MZ"),
                                                        second,
                                                        "Bearer " + hub.token("GA"))))
                                .closed())
                .startsWith("4400 Invalid message: ");
    }

    /** The one place where a program can read what was wrong with its first message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"init"}                                     | type is connection_init, subscribe, complete, ping or pong
                    {"type":"connection_init","payload":[]}             | payload is an object
                    {"type":"connection_init","payload":{"a":1,"A":1}}  | each name once in payload, whatever its case
                    {"type":"connection_init"                           | BODY_NOT_JSON
                    {"type":"subscribe","payload":{"query":"{ a }"}}    | id is a text of 1 to 100 characters
                    """)
    void saysWhatIsWrongWithAMessage(String message, String why) {
        assertThat(open().say(message).closed()).isEqualTo("4400 Invalid message: " + why);
    }

    @ParameterizedTest
    @CsvSource({"Lianji-Purpose", "lianji-basis"})
    void saysWhichPartOfTheFirstMessageIsRefused(String name) {
        String init =
                "{\"type\":\"connection_init\",\"payload\":{\"token\":\"%s\",\"%s\":7}}"
                        .formatted(hub.token("MZ"), name);

        assertThat(open().say(init).closed())
                .isEqualToIgnoringCase("4400 Invalid message: INVALID_PARAMETER " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "a", "AC", "%"})
    void refusesAPurposeThatIsNone(String purpose) {
        Map<String, Object> payload = Map.of("token", hub.token("MZ"), "Lianji-Purpose", purpose);

        assertThat(open().say(Map.of("type", "connection_init", "payload", payload)).closed())
                .isEqualTo("4400 Invalid message: INVALID_PARAMETER Lianji-Purpose");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"connection_init\"}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":7}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Basic x\"}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer x.y.z\"}}",
                "{\"type\":\"connection_init\",\"payload\":{\"token\":7}}",
                "{\"type\":\"connection_init\",\"payload\":{\"token\":\"x.y.z\"}}"
            })
    void closesOnATokenThatIsNone(String init) {
        assertThat(open().say(init).closed()).isEqualTo("4401 Unauthorized");
    }

    @Test
    void closesOnCitizens() {
        People.makeCitizens(hub);

        assertThat(open().init(hub.token("CITIZEN")).closed()).isEqualTo("4403 Forbidden");
    }

    @Test
    void takesTheTokenOfTheHandshakeWhereThereIsOne() {
        SocketClient client = open("Authorization", "Bearer " + hub.token("MZ"));
        assertThat(client.say(Map.of("type", "connection_init")).type())
                .isEqualTo("connection_ack");

        assertThat(refusal("Authorization", "Bearer x.y.z")).isEqualTo(401);
    }

    @Test
    void closesOnSilence() {
        SocketClient client = open();
        // The hub's clock for it starts a moment after the handshake: an answer shows that it has.
        assertThat(client.say(Map.of("type", "ping")).type()).isEqualTo("pong");
        clock.advance(Duration.ofSeconds(9));
        streams.check();
        assertThat(client.say(Map.of("type", "ping")).type()).isEqualTo("pong");
        clock.advance(Duration.ofSeconds(1));
        streams.check();
        assertThat(client.closed()).isEqualTo("4408 Connection initialisation timeout");
    }

    @Test
    void endsWithTheToken() {
        SocketClient client = subscribed("MZ", "a");
        clock.advance(Duration.ofMinutes(20));
        streams.check();
        pulse.tick(1);
        assertThat(data(client)).isEqualTo("next");

        clock.advance(Duration.ofMinutes(40));
        streams.check();
        assertThat(client.closed()).isEqualTo("4403 Token expired");
        assertThat(news()).isEqualTo("cancel");
        assertThat(open().init(hub.token("MZ")).closed()).isEqualTo("4403 Token expired");
    }

    /** Pings apart. */
    private static String data(SocketClient client) {
        String type = client.type();
        return type.equals("ping") ? data(client) : type;
    }

    @Test
    void asksForASignOfLifeAndClosesWhereNoneComes() {
        SocketClient client = signedIn("MZ");
        clock.advance(Duration.ofSeconds(20));
        streams.check();
        assertThat(client.type()).isEqualTo("ping");
        client.say(Map.of("type", "pong")).say(Map.of("type", "ping"));
        assertThat(client.type()).isEqualTo("pong");

        clock.advance(Duration.ofSeconds(20));
        streams.check();
        assertThat(client.type()).isEqualTo("ping");
        clock.advance(Duration.ofSeconds(20));
        streams.check();
        assertThat(client.closed()).isEqualTo("1001 No sign of life");
    }

    @Test
    void closesOnANameThatIsInUse() {
        assertThat(subscribed("MZ", "a").ask("a", "{ __typename }").closed())
                .isEqualTo("4409 Subscriber already exists");
        assertThat(news()).isEqualTo("cancel");
    }

    @Test
    void endsStreamsOfThoseWhoLostTheRightAndOfNobodyElse() {
        SocketClient ended = subscribed("MZ", "a");
        SocketClient other = subscribed("JY", "b");

        streams.end(caller -> caller.department().equals("MZ"), PlatformCode.NOT_ALLOWED);

        JsonNode end = ended.next();
        assertThat(end.get("type").asString()).isEqualTo("error");
        assertThat(end.get("id").asString()).isEqualTo("a");
        assertThat(end.at("/payload/0/extensions/code").asString()).isEqualTo("NOT_ALLOWED");
        assertThat(news()).isEqualTo("cancel");
        pulse.tick(1);
        assertThat(other.next().at("/payload/data/ticks").asInt()).isEqualTo(1);
        assertThat(
                        ended.ask("a", "{ __typename }")
                                .next()
                                .at("/payload/data/__typename")
                                .asString())
                .as("the connection stays, and nothing came between")
                .isEqualTo("Query");
    }

    @Test
    void boundsOperationsOfAConnectionAndOfAClient() {
        SocketClient first = subscribed("ZJ", "1").ask("2", "subscription { ticks }");
        assertThat(news()).isEqualTo("subscribed");
        first.ask("3", "subscription { ticks }");
        assertThat(news()).isEqualTo("subscribed");

        JsonNode fourth = first.ask("4", "subscription { ticks }").next();
        assertThat(fourth.at("/payload/0/extensions/code").asString())
                .isEqualTo("TOO_MANY_STREAMS");
        assertThat(fourth.at("/payload/0/extensions/details/limit").asInt()).isEqualTo(3);

        SocketClient second = subscribed("ZJ", "1").ask("2", "subscription { ticks }");
        assertThat(second.next().at("/payload/0/extensions/details/limit").asInt()).isEqualTo(4);
        subscribed("ZJ-HEAD", "1");
    }

    @Test
    void boundsConnectionsOfAClient() {
        for (int i = 0; i < 4; i++) {
            signedIn("AUDITOR");
        }
        assertThat(open().init(hub.token("AUDITOR")).closed())
                .isEqualTo("1013 Too many connections");
    }

    @Test
    void boundsConnectionsOfNobody() {
        CompletionException full = null;
        for (int i = 0; i < 40 && full == null; i++) {
            full = catchThrowableOfType(CompletionException.class, this::open);
        }
        HttpResponse<?> refused = ((WebSocketHandshakeException) full.getCause()).getResponse();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(clients).hasSizeLessThanOrEqualTo(20);

        assertThat(clients.getFirst().init(hub.token("MZ")).type()).isEqualTo("connection_ack");
        signedIn("JY");

        clock.advance(Duration.ofSeconds(10));
        streams.check();
        await().untilAsserted(() -> assertThat(open().isOpen()).isTrue());
    }

    @Test
    void countsQuestionsAgainstTheClientsRate() {
        SocketClient client = signedIn("NM");
        int limit = 1_200;
        for (int i = 0; i < limit; i++) {
            client.ask("q" + i, "{ __typename }");
        }
        boolean limited = false;
        for (int i = 0; i < limit && !limited; ) {
            JsonNode message = client.next();
            limited = message.at("/payload/0/extensions/code").asString("").equals("RATE_LIMITED");
            if (!message.get("type").asString().equals("next")) {
                i++;
            }
        }
        assertThat(limited).isTrue();
    }

    @Test
    void passesOnWhyTheClientAsks() {
        SocketClient client =
                open().say(
                                Map.of(
                                        "type",
                                        "connection_init",
                                        "payload",
                                        Map.of(
                                                "Authorization",
                                                "Bearer " + hub.token("MZ"),
                                                "Lianji-Purpose",
                                                "D",
                                                "Lianji-Basis",
                                                "B1")));
        assertThat(client.type()).isEqualTo("connection_ack");

        assertThat(client.ask("q", "{ reason }").next().at("/payload/data/reason").asString())
                .isEqualTo("D B1");
    }

    @Test
    void opensForItsOwnPagesAndThoseThatAreSet() {
        assertThat(refusal("Origin", "https://elsewhere.example")).isEqualTo(403);
        assertThat(refusal("Origin", "null")).isEqualTo(403);
        assertThat(open("Origin", hub.address()).isOpen()).isTrue();
        assertThat(open("Origin", "https://console.example").isOpen()).isTrue();
    }

    @Test
    void closesWhereTheProtocolIsNotAgreed() {
        SocketClient client = SocketClient.open(hub.address(), null);
        clients.add(client);
        assertThat(client.closed()).isEqualTo("4406 Subprotocol not acceptable");
    }

    private int refusal(String... headers) {
        CompletionException refused =
                catchThrowableOfType(CompletionException.class, () -> open(headers));
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }
}
