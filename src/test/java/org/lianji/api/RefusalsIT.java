package org.lianji.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.PlatformCode;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Requests that never become a question to the graph. */
@HubTest
class RefusalsIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";

    @Autowired Hub hub;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", "BODY_NOT_JSON"),
                Arguments.of("null", "BODY_NOT_JSON"),
                Arguments.of("[]", "BODY_NOT_JSON"),
                Arguments.of("[" + TYPENAME + "]", "BATCH_NOT_SUPPORTED"),
                Arguments.of("[" + TYPENAME + "," + TYPENAME + "]", "BATCH_NOT_SUPPORTED"),
                Arguments.of("[" + TYPENAME, "BODY_NOT_JSON"),
                Arguments.of(
                        "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"x\"}}}",
                        "PERSISTED_QUERY_NOT_SUPPORTED"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"extensions\":{\"persistedQuery\":{}}}",
                        "PERSISTED_QUERY_NOT_SUPPORTED"),
                Arguments.of("{\"query\":\"{ __typename } #\\uD800\"}", "LONE_SURROGATE"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"variables\":{\"a\":[\"\\uDE00\\uD83D\"]}}",
                        "LONE_SURROGATE"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"variables\":{\"\\uD83D\":1}}",
                        "LONE_SURROGATE"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"variables\":{\"\\\\\\uD83D\":1}}",
                        "LONE_SURROGATE"),
                Arguments.of("{\"\\ud800\":1}", "LONE_SURROGATE"),
                Arguments.of("{\"a\":\"\\\\ud800\"", "BODY_NOT_JSON"),
                Arguments.of("{ \"not a JSON", "BODY_NOT_JSON"),
                Arguments.of(TYPENAME + TYPENAME, "BODY_NOT_JSON"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"variables\":{\"n\":NaN}}",
                        "BODY_NOT_JSON"),
                Arguments.of("{\"query\":\"{ a }\",\"query\":\"{ b }\"}", "DUPLICATE_KEY"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"variables\":{\"a\":{\"b\":1,\"b\":2}}}",
                        "DUPLICATE_KEY"),
                Arguments.of("{}", "INVALID_PARAMETER"),
                Arguments.of("{\"query\":\" \"}", "INVALID_PARAMETER"),
                Arguments.of("{\"query\":7}", "INVALID_PARAMETER"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"operationName\":[]}", "INVALID_PARAMETER"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"variables\":[]}", "INVALID_PARAMETER"),
                Arguments.of(
                        "{\"query\":\"{ __typename }\",\"extensions\":\"x\"}",
                        "INVALID_PARAMETER"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesABodyThatIsNoQuestion(String body, String code) {
        assertRefused(hub.send(question().POST(BodyPublishers.ofString(body))), 400, code);
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        byte[] body =
                "{\"query\":\"{ __typename }\",\"variables\":{\"name\":\"张三\"}}"
                        .getBytes(Charset.forName("GB18030"));

        assertRefused(
                hub.send(question().POST(BodyPublishers.ofByteArray(body))), 400, "BODY_NOT_JSON");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("\uFEFF" + TYPENAME, "UTF-8", "UTF-8 (BOM)"),
                Arguments.of(TYPENAME, "UTF-16LE", "UTF-16"),
                Arguments.of(TYPENAME, "UTF-16BE", "UTF-16"),
                Arguments.of(TYPENAME, "UTF-16", "UTF-16"),
                Arguments.of("\uFEFF" + TYPENAME, "UTF-16LE", "UTF-16"),
                Arguments.of(TYPENAME, "UTF-32LE", "UTF-32"),
                Arguments.of("\uFEFF" + TYPENAME, "UTF-32LE", "UTF-32"),
                Arguments.of("\uFEFF" + TYPENAME, "UTF-32BE", "UTF-32"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void tellsWhichOtherUnicodeABodyIsIn(String text, String charset, String found) {
        byte[] body = text.getBytes(Charset.forName(charset));

        HttpResponse<String> answer = hub.send(question().POST(BodyPublishers.ofByteArray(body)));

        assertRefused(answer, 400, "BODY_ENCODING");
        assertThat(answer.body()).contains(found);
    }

    @Test
    void tellsThatABodyIsPacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(TYPENAME.getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> answer =
                hub.send(question().POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertRefused(answer, 400, "BODY_ENCODING");
        assertThat(answer.body()).contains("gzip").doesNotContain("UTF-16");
    }

    @Test
    void takesCharactersOfTwoUnits() {
        assertThat(
                        hub.send(
                                        question()
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                "{\"query\":\"{ __typename }"
                                                                        + " #\\uD83D\\uDE00\"}")))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEmptyOperationNameIsNone() {
        assertThat(
                        hub.send(
                                        question()
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                "{\"query\":\"query A { __typename"
                                                                    + " }\",\"operationName\":\"\"}")))
                                .body())
                .contains("\"__typename\":\"Query\"");
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("", "OPERATION_NAME_REQUIRED"),
                Arguments.of(",\"operationName\":null", "OPERATION_NAME_REQUIRED"),
                Arguments.of(",\"operationName\":\"\"", "OPERATION_NAME_REQUIRED"),
                Arguments.of(",\"operationName\":\"C\"", "OPERATION_UNKNOWN"),
                Arguments.of(",\"operationName\":\" \"", "OPERATION_UNKNOWN"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksWhichOfTheOperations(String name, String code) {
        String body =
                "{\"query\":\"mutation A { __typename } query B { __typename }\"" + name + "}";

        HttpResponse<String> answer = hub.send(question().POST(BodyPublishers.ofString(body)));

        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"", "\"operations\":[\"A\",\"B\"]", "A、B")
                .doesNotContain("\"data\"");
    }

    @Test
    void namesTheParameterThatIsWrong() {
        HttpResponse<String> answer =
                hub.send(
                        question()
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"query\":\"{ __typename"
                                                    + " }\",\"variables\":\"150902195603121010\"}")));

        assertThat(answer.body()).contains("\"parameter\":\"variables\"").doesNotContain("150902");
    }

    @Test
    void takesABodyOf256KilobytesAndNotAByteMore() {
        String largest = TYPENAME + " ".repeat(256 * 1024 - TYPENAME.length());

        assertThat(hub.send(question().POST(BodyPublishers.ofString(largest))).statusCode())
                .isEqualTo(200);
        assertRefused(
                hub.send(question().POST(BodyPublishers.ofString(largest + " "))),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void refusesALargeBodyOfUndeclaredLength() {
        byte[] body = (TYPENAME + " ".repeat(256 * 1024)).getBytes(StandardCharsets.UTF_8);

        assertRefused(
                hub.send(
                        question()
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body)))),
                413,
                "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void takesQuestionsByPostOnly(String method) {
        HttpResponse<String> answer =
                hub.send(
                        hub.as("MZ", "/graphql?query=%7B__typename%7D")
                                .header("Accept", "application/json")
                                .method(method, BodyPublishers.noBody()));

        assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "application/json;charset=gb18030",
        "application/json;charset=nonsense",
        "text/*",
        "*/*",
        "application/*+json",
        "nonsense"
    })
    void refusesOtherThanJsonInUtf8(String contentType) {
        HttpRequest.Builder request = hub.as("MZ", "/graphql").header("Content-Type", contentType);

        assertRefused(
                hub.send(request.POST(BodyPublishers.ofString(TYPENAME))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesPartsThatAreNone() {
        HttpResponse<String> answer =
                hub.send(
                        hub.as("MZ", "/graphql")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("--x\r\n")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({"/graphql", "/contributions/MZ01", "/oauth2/token", "/export/MZ01", "/nothing"})
    void refusesABodyOfAnyTypeEverywhere(String path) {
        assertThat(
                        hub.send(
                                        hub.as("MZ", path)
                                                .header("Content-Type", "text/*")
                                                .POST(BodyPublishers.ofString("x")))
                                .body())
                .contains("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, /graphql",
        "Lianji-Purpose, /graphql",
        "Lianji-Basis, /graphql",
        "lianji-basis, /graphql",
        "Authorization, /contributions/MZ01",
        "Idempotency-Key, /contributions/MZ01",
        "Content-Type, /contributions/MZ01",
        "Content-Encoding, /contributions/MZ01",
        "Last-Event-ID, /graphql",
        "Lianji-Basis, /export/MZ01",
        "Authorization, /my/access-log"
    })
    void refusesTwoOfWhatDecides(String header, String path) {
        HttpRequest.Builder request = hub.as("MZ", path).header("Content-Type", "application/json");
        request.header(header, "Bearer " + hub.token("GA"));
        if (!header.equals("Authorization")) {
            request.header(header, "A");
        }

        HttpResponse<String> answer = hub.send(request.POST(BodyPublishers.ofString(TYPENAME)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsIgnoringCase(header).contains("DUPLICATE_HEADER");
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/json;q=0", "nonsense"})
    void refusesToAnswerInAnotherFormat(String accept) {
        assertRefused(
                hub.send(
                        question()
                                .header("Accept", accept)
                                .POST(BodyPublishers.ofString(TYPENAME))),
                406,
                "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/* | application/json",
                "application/json, multipart/mixed | application/json",
                "application/graphql-response+json;charset=utf-8, application/json;charset=utf-8 |"
                        + " application/graphql-response+json",
                "application/json;q=0.9, application/graphql-response+json |"
                        + " application/graphql-response+json",
                "application/graphql-response+json;q=0.5, application/json | application/json"
            })
    void answersInTheFormatThatTheCallerPrefers(String accept, String contentType) {
        HttpResponse<String> answer =
                hub.send(
                        question()
                                .header("Accept", accept)
                                .POST(BodyPublishers.ofString(TYPENAME)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(contentType);
    }

    @Test
    void saysThatThereIsNothingAtAnAddress() {
        HttpResponse<String> answer =
                hub.send(hub.as("MZ", "/nothing").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).at("/code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void saysThatAnAddressIsMalformed() {
        assertRefused(hub.send(hub.as("MZ", "/graphql;a=b")), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | 请求体应为一个 JSON 对象（UTF-8）",
                "zh-TW, en;q=0.8 | 请求体应为一个 JSON 对象（UTF-8）",
                "fr | 请求体应为一个 JSON 对象（UTF-8）",
                "fr, en;q=0.8 | The body must be one JSON object in UTF-8",
                "en-GB | The body must be one JSON object in UTF-8"
            })
    void speaksTheCallersLanguage(String languages, String message) {
        HttpRequest.Builder request = question();
        if (languages != null) {
            request.header("Accept-Language", languages);
        }

        JsonNode answer = JSON.readTree(hub.send(request.POST(BodyPublishers.ofString(""))).body());

        assertThat(answer.at("/errors/0/message").asString()).isEqualTo(message);
    }

    @Test
    void asksForATokenInTheCallersLanguage() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                        .header("Accept-Language", "en")
                        .POST(BodyPublishers.ofString(TYPENAME));

        HttpResponse<String> answer = hub.send(request);

        assertRefused(answer, 401, "SIGN_IN_REQUIRED");
        assertThat(answer.body()).contains(PlatformCode.SIGN_IN_REQUIRED.en());
    }

    private HttpRequest.Builder question() {
        return hub.as("MZ", "/graphql").header("Content-Type", "application/json");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.propertyNames()).containsExactly("errors");
        assertThat(body.get("errors")).hasSize(1);
        assertThat(body.at("/errors/0/extensions/code").asString()).isEqualTo(code);
        assertThat(body.at("/errors/0/message").asString()).isNotBlank();
    }

    /** Clients that are set up to send hashes by GET fall back at that code to sending the text. */
    @Test
    void tellsWhoeverSendsAHashByGetOfTrustedDocuments() {
        String extensions =
                URLEncoder.encode(
                        "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"x\"}}",
                        StandardCharsets.UTF_8);

        HttpResponse<String> refused =
                hub.send(hub.as("MZ", "/graphql?operationName=A&extensions=" + extensions).GET());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"code\":\"PERSISTED_QUERY_NOT_SUPPORTED\"", "trustDocument");
        assertThat(hub.send(hub.as("MZ", "/graphql?extensions=%7B%7D").GET()).statusCode())
                .isEqualTo(405);
    }
}
