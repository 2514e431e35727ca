package org.lianji.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws the graph of one family of the demo city: its members as civil affairs knows them, and
 * around each of them the records of every department, asked for as that department.
 *
 * <p>Arguments: address of a running hub, ID number of a member, file to write.
 */
public final class FamilyPicture {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;
    private static final String FAMILY =
            """
            query ($number: IdNumber!) {
              person(idNumber: $number) {
                memberships(kind: LIVING_TOGETHER) { household { number members { person { id idNumber } } } }
              }
            }
            """;
    private static final String RECORDS =
            "query ($id: ID!) { node(id: $id) { ... on Person { records(first: 200) { nodes {"
                    + " category } } } } }";
    private static final String DEPARTMENTS = "{ catalogue { departments { code nameZh } } }";

    private static final String BASES = "{ bases(first: 200) { nodes { id kind } } }";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> plans = new HashMap<>();
    private final String hub;

    private FamilyPicture(String hub) {
        this.hub = hub;
    }

    /**
     * @param token of the person
     * @param label masked ID number
     * @param records number of records by category, by department
     */
    private record Member(String token, String label, Map<String, Map<String, Integer>> records) {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[2]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new FamilyPicture(arguments[0]).draw(arguments[1]));
    }

    private String draw(String number) throws IOException, InterruptedException {
        Map<String, String> names = new LinkedHashMap<>();
        ask("mz", DEPARTMENTS, Map.of())
                .at("/catalogue/departments")
                .forEach(
                        department ->
                                names.put(
                                        department.get("code").asString(),
                                        department.get("nameZh").asString()));
        JsonNode household =
                ask("mz", FAMILY, Map.of("number", number)).at("/person/memberships/0/household");
        List<Member> members = new ArrayList<>();
        for (JsonNode member : household.get("members")) {
            JsonNode person = member.get("person");
            String token = person.get("id").asString();
            members.add(
                    new Member(token, person.get("idNumber").asString(), records(token, names)));
        }
        return svg(household.get("number").asString(), members, names);
    }

    private Map<String, Map<String, Integer>> records(String token, Map<String, String> names)
            throws IOException, InterruptedException {
        Map<String, Map<String, Integer>> records = new TreeMap<>();
        for (String department : names.keySet()) {
            Map<String, Integer> counts = new TreeMap<>();
            ask(department.toLowerCase(Locale.ROOT), RECORDS, Map.of("id", token))
                    .at("/node/records/nodes")
                    .forEach(
                            record -> {
                                String category = record.get("category").asString();
                                if (category.startsWith(department)) {
                                    counts.merge(category, 1, Integer::sum);
                                }
                            });
            if (!counts.isEmpty()) {
                records.put(department, counts);
            }
        }
        return records;
    }

    /** Each department looks on its own review plan, which the demo registers. */
    private JsonNode ask(String client, String query, Map<String, Object> variables)
            throws IOException, InterruptedException {
        if (!plans.containsKey(client)) {
            plans.put(client, "none");
            for (JsonNode basis : ask(client, BASES, Map.of()).at("/bases/nodes")) {
                if (basis.get("kind").asString().equals("REVIEW_PLAN")) {
                    plans.put(client, basis.get("id").asString());
                }
            }
        }
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(hub + "/graphql"))
                        .header("Authorization", "Bearer " + token(client))
                        .header("Content-Type", "application/json")
                        .header("Lianji-Purpose", "B")
                        .header("Lianji-Basis", plans.get(client))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .get("data");
    }

    private String token(String client) throws IOException, InterruptedException {
        String basic = client + ":" + client + "-demo";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(hub + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .get("access_token")
                .asString();
    }

    private static String svg(String household, List<Member> members, Map<String, String> names) {
        StringBuilder lines = new StringBuilder();
        StringBuilder nodes = new StringBuilder();
        List<String> codes = List.copyOf(names.keySet());
        double cx = WIDTH / 2.0;
        double cy = HEIGHT / 2.0 - 20;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            double angle = 2 * Math.PI * i / members.size() - Math.PI / 2;
            double x = cx + 300 * Math.cos(angle);
            double y = cy + 170 * Math.sin(angle);
            line(lines, cx, cy, x, y, "#555");
            fan(lines, nodes, member, codes, x, y);
            circle(nodes, x, y, 26, "#1f3b57");
            text(nodes, x, y + 4, 11, "#fff", "人员");
            text(nodes, x, y + 42, 10, "#333", member.label());
        }
        circle(nodes, cx, cy, 56, "#8a2f2f");
        text(nodes, cx, cy - 2, 12, "#fff", "共同生活家庭");
        text(nodes, cx, cy + 14, 9, "#fff", household);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" role="img">
        <title>一户人家在十二个部门的记录 / One family as twelve departments know it</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        %s%s%s</svg>
        """
                .formatted(WIDTH, HEIGHT, lines, nodes, legend(names, codes));
    }

    private static void fan(
            StringBuilder lines,
            StringBuilder nodes,
            Member member,
            List<String> codes,
            double x,
            double y) {
        List<String> dots = new ArrayList<>();
        member.records().values().forEach(counts -> dots.addAll(counts.keySet()));
        for (int j = 0; j < dots.size(); j++) {
            String category = dots.get(j);
            String department = category.substring(0, category.length() - 2);
            int count = member.records().get(department).get(category);
            double angle = 2 * Math.PI * j / dots.size();
            double dx = x + 82 * Math.cos(angle);
            double dy = y + 82 * Math.sin(angle);
            line(lines, x, y, dx, dy, "#bbb");
            circle(nodes, dx, dy, 19, colour(codes.indexOf(department), codes.size()));
            text(nodes, dx, dy + 3, 8, "#fff", count > 1 ? category + "×" + count : category);
        }
    }

    private static String legend(Map<String, String> names, List<String> codes) {
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < codes.size(); i++) {
            double x = 20 + (i % 6) * 160;
            double y = HEIGHT - 36 + (i / 6) * 20;
            circle(legend, x + 6, y - 4, 6, colour(i, codes.size()));
            legend.append(
                    "<text x=\"%.0f\" y=\"%.0f\" font-size=\"11\" fill=\"#333\">%s</text>%n"
                            .formatted(x + 18, y, names.get(codes.get(i))));
        }
        return legend.toString();
    }

    private static String colour(int index, int of) {
        return "hsl(%d,55%%,40%%)".formatted(360 * index / of);
    }

    private static void line(
            StringBuilder out, double x1, double y1, double x2, double y2, String colour) {
        out.append(
                "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"%s\"/>%n"
                        .formatted(x1, y1, x2, y2, colour));
    }

    private static void circle(StringBuilder out, double x, double y, int radius, String colour) {
        out.append(
                "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%d\" fill=\"%s\"/>%n"
                        .formatted(x, y, radius, colour));
    }

    private static void text(
            StringBuilder out, double x, double y, int size, String colour, String text) {
        out.append(
                "<text x=\"%.0f\" y=\"%.0f\" font-size=\"%d\" fill=\"%s\" text-anchor=\"middle\">%s</text>%n"
                        .formatted(x, y, size, colour, text));
    }
}
