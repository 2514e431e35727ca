package org.lianji.platform;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A real Keycloak with the realm that docker-compose.yml gives it, as a process of its own. */
final class Keycloak implements AutoCloseable {

    private static final Path REALM = Path.of("src/main/docker/keycloak/lianji-realm.json");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonNode realm;
    private final Process process;
    private final int port;
    private final Path log;

    Keycloak(Path home) throws IOException {
        realm = JsonMapper.shared().readTree(Files.readString(REALM));
        port = freePort();
        log = home.resolve("test.log");
        Path imported = Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                REALM, imported.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder builder =
                new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(secrets());
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        awaitStart();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        for (JsonNode client : realm.get("clients")) {
            String variable = client.get("secret").asString();
            secrets.put(
                    variable.substring(2, variable.length() - 1),
                    secret(client.get("clientId").asString()));
        }
        secrets.put("LIANJI_CITIZEN_PERSON", "P0");
        return secrets;
    }

    private static String secret(String client) {
        return client + "-test";
    }

    private void awaitStart() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("Keycloak did not start: " + Files.readString(log));
            }
        }
    }

    private boolean answers() {
        HttpRequest discovery =
                HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.sendAsync(discovery, BodyHandlers.discarding())
                            .orTimeout(5, TimeUnit.SECONDS)
                            .join()
                            .statusCode()
                    == 200;
        } catch (CompletionException notYet) {
            return awaitsInVain();
        }
    }

    /** Waits a second for the process to end, which it should not. */
    private boolean awaitsInVain() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/lianji";
    }

    /** {@return the clients of the realm} */
    JsonNode clients() {
        return realm.get("clients");
    }

    /** {@return an access token as the client gets it with its secret} */
    String token(String client) throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id="
                        + client
                        + "&client_secret="
                        + URLEncoder.encode(secret(client), StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(issuer() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(client + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
