package org.lianji.contribution;

import org.lianji.Hub;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** The police, who contribute the register of households. */
public record Owner(Hub hub) {

    public static final String ZHANG = "150902195603121010";
    public static final String LI = "150924198807042025";
    public static final String CHILD = "150981201305183014";
    public static final String HEADER =
            "recordNo,observedAt,idNumber,personName,hukouNo,relationToHead,hukouRegion,name,sex,birthDate,validTo\n";

    public static String row(String recordNo, String observedAt, String idNumber, String hukouNo) {
        return row(
                recordNo,
                observedAt,
                idNumber,
                hukouNo,
                "户主",
                "150902001001",
                "张三",
                idNumber.length() == 18 ? born(idNumber) : "1956-03-12");
    }

    public static String row(
            String recordNo,
            String observedAt,
            String idNumber,
            String hukouNo,
            String relation,
            String region,
            String name,
            String birthDate) {
        return "%s,%s,%s,张三,%s,%s,%s,%s,%s,%s,\n"
                .formatted(
                        recordNo,
                        at(observedAt),
                        idNumber,
                        hukouNo,
                        relation,
                        region,
                        name,
                        idNumber.length() == 18 && idNumber.charAt(16) % 2 == 0 ? "女" : "男",
                        birthDate);
    }

    /**
     * {@return the number, with its check digit (GB 11643)}
     *
     * @param body its first 17 digits
     */
    public static String idNumber(String body) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = IntStream.range(0, 17).map(at -> weights[at] * (body.charAt(at) - '0')).sum();
        return body + "10X98765432".charAt(sum % 11);
    }

    private static String born(String idNumber) {
        return "%s-%s-%s"
                .formatted(
                        idNumber.substring(6, 10),
                        idNumber.substring(10, 12),
                        idNumber.substring(12, 14));
    }

    public static String at(String day) {
        return day.length() == 10 ? day + "T08:00:00+08:00" : day;
    }

    public HttpResponse<String> send(String key, String body) {
        return send(key, "text/csv", null, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> send(String key, String contentType, String encoding, byte[] body) {
        return send("GA", "GA01", key, contentType, encoding, body);
    }

    public HttpResponse<String> send(
            String department,
            String category,
            String key,
            String contentType,
            String encoding,
            byte[] body) {
        var request =
                hub.as(department, "/contributions/" + category)
                        .header("Content-Type", contentType);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return hub.send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    /** Outcomes of each row in order: {@code ACCEPTED}, or {@code REJECTED} with its codes. */
    public List<String> outcomes(HttpResponse<String> response) {
        return outcomes("GA", response);
    }

    public List<String> outcomes(String department, HttpResponse<String> response) {
        JsonNode answer =
                hub.ask(
                        department,
                        "query ($id: ID!) { receipt(id: $id) { outcomes(first: 200) { nodes { row"
                                + " kind findings { code pointer } } } } }",
                        Map.of("id", json(response).at("/id").asString()));
        List<String> outcomes = new ArrayList<>();
        for (JsonNode node : answer.at("/data/receipt/outcomes/nodes")) {
            StringBuilder outcome = new StringBuilder(node.get("kind").asString());
            for (JsonNode finding : node.get("findings")) {
                outcome.append(' ').append(finding.get("code").asString());
                if (!finding.get("pointer").isNull()) {
                    outcome.append('@').append(finding.get("pointer").asString());
                }
            }
            outcomes.add(outcome.toString());
        }
        return outcomes;
    }

    public static String code(HttpResponse<String> response) {
        return json(response).at("/code").asString();
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
