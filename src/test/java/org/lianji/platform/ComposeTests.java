package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hub, Neo4j and Keycloak as docker-compose.yml puts them together. */
class ComposeTests {

    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Path REALM = Path.of("src/main/docker/keycloak/lianji-realm.json");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)([^}]*)}");

    private static String compose;
    private static Map<String, String> secrets;

    @BeforeAll
    static void makeSecrets(@TempDir Path folder) throws Exception {
        compose = Files.readString(COMPOSE);
        Path script =
                Files.createDirectories(folder.resolve("src/main/docker")).resolve("make-env");
        Files.copy(Path.of("src/main/docker/make-env"), script);
        run(folder, "bash", script.toString());
        secrets = new HashMap<>();
        Files.readAllLines(folder.resolve(".env"))
                .forEach(
                        line ->
                                secrets.put(
                                        line.substring(0, line.indexOf('=')),
                                        line.substring(line.indexOf('=') + 1)));
    }

    @Test
    void noVariableHasADefaultAndEachIsMade() {
        Matcher variables = VARIABLE.matcher(compose);
        TreeSet<String> used = new TreeSet<>();
        while (variables.find()) {
            assertThat(variables.group(2)).as(variables.group(1)).startsWith(":?");
            used.add(variables.group(1));
        }
        assertThat(used).isEqualTo(new TreeSet<>(secrets.keySet()));
    }

    @Test
    void theHubStartsInProductionModeWithTheSettingsItIsGiven() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.copyOf(variables("hub"))));
        ConfigurationPropertySources.attach(environment);

        assertThat(environment.getProperty("lianji.mode")).isEqualTo("production");
        assertThat(environment.getProperty("spring.neo4j.uri")).isEqualTo("bolt://graph:7687");
        assertThat(new ProductionChecks(environment).findings()).isEmpty();
    }

    @Test
    void portsAreOpenOnThisMachineOnlyAndTheDatabasesToNobody() {
        services()
                .forEach(
                        (name, service) -> {
                            List<?> ports = (List<?>) service.getOrDefault("ports", List.of());
                            assertThat(ports)
                                    .as(name)
                                    .allSatisfy(
                                            port ->
                                                    assertThat(port.toString())
                                                            .startsWith("127.0.0.1:"));
                        });
        assertThat(services().get("graph")).doesNotContainKey("ports");
    }

    @Test
    void everyServiceTellsWhetherItIsWellAndImagesArePinned() {
        services()
                .forEach(
                        (name, service) -> {
                            assertThat(service).as(name).containsKey("healthcheck");
                            Object image = service.get("image");
                            assertThat(image == null ? "built:1" : image.toString())
                                    .as(name)
                                    .matches(".+:\\d[\\w.]*");
                        });
    }

    @Test
    void theRealmHasTheClientsOfTheDemoAndTheirClaims() throws IOException {
        JsonNode realm = JsonMapper.shared().readTree(Files.readString(REALM));
        Map<String, String> clients = new TreeMap<>();
        for (JsonNode client : realm.get("clients")) {
            String id = client.get("clientId").asString();
            String variable = "LIANJI_CLIENT_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(client.get("secret").asString()).isEqualTo("${" + variable + "}");
            assertThat(variables("keycloak")).containsKey(variable);
            assertThat(client.get("defaultClientScopes").get(0).asString()).isEqualTo("lianji");
            clients.put(id, claims(client));
        }

        assertThat(clients).isEqualTo(expectedClients());
        assertThat(
                        realm.at(
                                        "/clientScopes/0/protocolMappers/0/config/included.custom.audience")
                                .asString())
                .isEqualTo("lianji");
    }

    private static String claims(JsonNode client) {
        return client.get("protocolMappers").values().stream()
                .map(mapper -> mapper.get("config"))
                .map(
                        config ->
                                config.get("claim.name").asString()
                                        + "="
                                        + config.get("claim.value").asString())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> expectedClients() throws IOException {
        Map<String, String> clients = new TreeMap<>();
        for (String department : departmentsOfTheSchema()) {
            String id = department.toLowerCase(Locale.ROOT);
            String claims = "department=" + department + " roles=[\"%s\"] region=%s";
            clients.put(
                    id,
                    "department="
                            + department
                            + " roles=[\"SYSTEM\", \"SHARING_UNIT\"] region=150900000000");
            clients.put(id + "-head", claims.formatted("SHARING_HEAD", "150900000000"));
            clients.put(id + "-county", claims.formatted("COUNTY_OFFICER", "150924000000"));
            clients.put(id + "-town", claims.formatted("TOWN_OFFICER", "150924106000"));
        }
        clients.put("mz-county-2", "department=MZ roles=[\"COUNTY_OFFICER\"] region=150924000000");
        clients.put("mz-town-2", "department=MZ roles=[\"TOWN_OFFICER\"] region=150924106000");
        clients.put("mz-village", "department=MZ roles=[\"VILLAGE_CADRE\"] region=150924106001");
        clients.put("mz-assistant", "department=MZ roles=[\"ASSISTANT\"] region=150924106000");
        clients.put("mz-social", "department=MZ roles=[\"SOCIAL_WORKER\"] region=150924106000");
        clients.put("charity-a", "department=53150900MJ0000018Q roles=[\"CHARITY\"]");
        clients.put("charity-b", "department=53150900MJ0000026K roles=[\"CHARITY\"]");
        clients.put("charity-c", "department=53150900MJ0000034E roles=[\"CHARITY\"]");
        clients.put("volunteer-b", "department=53150900MJ0000026K roles=[\"VOLUNTEER\"]");
        clients.put("provider-a", "department=91150924MA0000015R roles=[\"PROVIDER\"]");
        clients.put("auditor", "roles=[\"AUDITOR\"]");
        clients.put("citizen", "roles=[\"CITIZEN\"] person=${LIANJI_CITIZEN_PERSON}");
        return clients;
    }

    @Test
    void composeItselfAcceptsTheFile(@TempDir Path folder) throws Exception {
        List<String> tool =
                Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                        .filter(ComposeTests::isThere)
                        .findFirst()
                        .orElse(List.of());
        Assumptions.assumeFalse(
                tool.isEmpty(), "neither docker compose nor docker-compose is installed");
        Path env =
                Files.write(
                        folder.resolve("secrets.env"),
                        secrets.entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .toList());

        run(
                Path.of("").toAbsolutePath(),
                Stream.concat(
                                tool.stream(),
                                Stream.of("--env-file", env.toString(), "config", "--quiet"))
                        .toArray(String[]::new));
    }

    private static boolean isThere(List<String> tool) {
        try {
            List<String> version = Stream.concat(tool.stream(), Stream.of("version")).toList();
            Process process =
                    new ProcessBuilder(version)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void run(Path folder, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        String text =
                VARIABLE.matcher(compose).replaceAll(variable -> secrets.get(variable.group(1)));
        Map<String, Object> file = new Yaml().load(text);
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(String service) {
        return (Map<String, Object>) services().get(service).get("environment");
    }

    private static TreeSet<String> departmentsOfTheSchema() throws IOException {
        TreeSet<String> departments = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("schema/catalogue"))) {
            files.map(file -> file.getFileName().toString().replace(".graphqls", ""))
                    .forEach(departments::add);
        }
        return departments;
    }
}
