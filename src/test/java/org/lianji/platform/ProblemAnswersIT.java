package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Whatever is refused beside GraphQL is told as problem details (RFC 9457). */
@HubTest
class ProblemAnswersIT {

    private static final String NUMBER = "152627195801035714";

    @Autowired Hub hub;

    @ParameterizedTest
    @CsvSource({
        "POST, /contributions/GA01",
        "GET, /contributions/batches/B1/rejects",
        "GET, /export/GA03",
        "GET, /audit/chain",
        "GET, /audit/heads/2026-11-25",
        "GET, /my/access-log",
        "GET, /graphql/schema",
        "GET, /nothing"
    })
    void asksForATokenEverywhereInTheCallersLanguage(String method, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(hub.address() + path))
                        .method(method, BodyPublishers.noBody());

        HttpResponse<String> answer = hub.send(request);
        HttpResponse<String> english = hub.send(request.header("Accept-Language", "en"));

        assertProblem(answer, 401, "SIGN_IN_REQUIRED", "未登录", PlatformCode.SIGN_IN_REQUIRED.zh());
        assertProblem(
                english,
                401,
                "SIGN_IN_REQUIRED",
                "Unauthorized",
                PlatformCode.SIGN_IN_REQUIRED.en());
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /contributions/GA01,             405, METHOD_NOT_ALLOWED, POST",
        "DELETE, /contributions/batches/B1/rejects, 405, METHOD_NOT_ALLOWED, 'GET'",
        "POST,   /export/GA03,                    405, METHOD_NOT_ALLOWED, 'GET'",
        "PUT,    /audit/chain,                    405, METHOD_NOT_ALLOWED, 'GET'",
        "POST,   /my/access-log,                  405, METHOD_NOT_ALLOWED, 'GET'",
        "POST,   /graphql/schema,                 405, METHOD_NOT_ALLOWED, 'GET, HEAD'"
    })
    void saysWhichMethodsAnAddressTakes(
            String method, String path, int status, String code, String allow) {
        HttpResponse<String> answer =
                hub.send(hub.as("GA", path).method(method, BodyPublishers.noBody()));

        assertProblem(answer, status, code);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allow);
        assertThat(json(answer).at("/details/allow").toString())
                .contains("\"" + allow.split(",")[0] + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GA,        /nothing,                           404, NOT_FOUND",
        "GA,        /nothing/152627195801035714,        400, ID_NUMBER_IN_TEXT",
        "GA,        /contributions/batches/B1/rejects,  404, BATCH_NOT_FOUND",
        "GA,        /export/GA99,                       404, EXPORT_CATEGORY",
        "GA,        /audit/heads/2000-01-01,            404, NOTHING_SEALED",
        "GA,        /audit/heads/152627195801035714,    400, ID_NUMBER_IN_TEXT",
        "GA,        /audit/heads/yesterday,             400, DATE_FORMAT",
        "GA,        /audit/chain,                       403, NOT_ALLOWED",
        "GA,        /my/access-log,                     403, NOT_ALLOWED",
        "auditor,   /audit/chain?from=2&to=1,           400, HEIGHTS",
        "auditor,   /audit/chain?from=x,                 400, HEIGHTS",
        "auditor,   /audit/chain?from=152627195801035714, 400, ID_NUMBER_IN_TEXT",
        "auditor,   /audit/chain?from=9223372036854775807, 404, NOTHING_SEALED"
    })
    void tellsWhatWasWrongWithoutTheAddress(String client, String path, int status, String code) {
        HttpResponse<String> answer = hub.send(hub.as(client, path));

        assertProblem(answer, status, code);
        assertThat(answer.body()).doesNotContain(NUMBER, "instance");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /contributions/GA01,      text/csv",
        "GET,  /my/access-log,           application/json",
        "GET,  /audit/heads/2026-11-25,  application/xml"
    })
    void refusesToAnswerInAnotherFormatBeforeAnythingIsDone(
            String method, String path, String accept) {
        HttpResponse<String> answer =
                hub.send(
                        hub.as("GA", path)
                                .header("Accept", accept)
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", "k")
                                .method(method, BodyPublishers.ofString("recordNo\n1\n")));

        assertProblem(answer, 406, "NOT_ACCEPTABLE");
    }

    @Test
    void refusesOtherContentAsAProblem() {
        HttpResponse<String> answer =
                hub.send(
                        hub.as("GA", "/contributions/GA01")
                                .header("Content-Type", "application/pdf")
                                .header("Idempotency-Key", "k")
                                .POST(BodyPublishers.ofString("x")));

        assertProblem(answer, 415, "MEDIA_TYPE");
    }

    @Test
    void graphQlKeepsItsOwnForm() {
        HttpResponse<String> answer =
                hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(answer).at("/errors/0/extensions/code").asString())
                .isEqualTo("SIGN_IN_REQUIRED");
    }

    private static void assertProblem(
            HttpResponse<String> answer, int status, String code, String title, String detail) {
        assertProblem(answer, status, code);
        assertThat(json(answer).get("title").asString()).isEqualTo(title);
        assertThat(json(answer).get("detail").asString()).isEqualTo(detail);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.propertyNames())
                .contains("title", "status", "detail", "code")
                .isSubsetOf("title", "status", "detail", "code", "details");
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
