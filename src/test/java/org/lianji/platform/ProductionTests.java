package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class ProductionTests {

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri=";
    private static final String DATABASE = "spring.neo4j.uri=";

    private static final List<String> SAFE =
            List.of(
                    "lianji.mode=production",
                    "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://sso.ulanqab.gov.cn/realms/lianji",
                    "lianji.identity.key=h7Wq2vX9pLz4Tn8Rb1Yd6Fk3Ms5Gc0Je",
                    "spring.neo4j.uri=neo4j://graph:7687",
                    "spring.neo4j.authentication.password=Zt5xV0qLr8",
                    "server.ssl.bundle=hub");

    @Test
    void startsWithSafeSettings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void demoModeAsksForNothing() {
        assertThat(findingsOf(Stream.of("lianji.mode=demo"))).isEmpty();
    }

    @Test
    void tellsAllThatIsMissingAtOnceBeforeAnythingStarts() {
        new ApplicationContextRunner()
                .withUserConfiguration(ProductionConfiguration.class, WouldStart.class)
                .withPropertyValues("lianji.mode=production")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .isInstanceOf(StartRefused.class)
                                        .hasMessageContainingAll(
                                                "issuer-uri is not set",
                                                "lianji.identity.key is not set",
                                                "spring.neo4j.uri is not set",
                                                "no TLS: set server.ssl.bundle",
                                                "lianji.mode=demo"));
    }

    @Test
    void showsItInsteadOfAStackTrace() {
        StartRefused refused = new StartRefused("- one\n- two");

        assertThat(new StartRefusedAnalyzer().analyze(new IllegalStateException(refused)))
                .satisfies(
                        analysis ->
                                assertThat(analysis.getDescription()).contains("- one", "- two"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lianji.mode=prod | neither demo nor production",
                "lianji.mode= | neither demo nor production",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri= | issuer-uri is not set",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://sso.gov.cn/realms/x |"
                        + " is not https",
                "spring.security.oauth2.authorizationserver.client.a.registration.client-id=a |"
                        + " issue tokens itself",
                "lianji.identity.key= | key is not set",
                "lianji.identity.key=h7Wq2vX9pLz4Tn8R | key is too short",
                "lianji.identity.key=changeme-changeme-changeme-changeme | key can be guessed",
                "lianji.identity.key=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | key can be guessed",
                "spring.neo4j.uri= | the embedded database",
                "spring.neo4j.uri=embedded | the embedded database",
                "spring.neo4j.authentication.password= | password is not set",
                "spring.neo4j.authentication.password=neo4j | password can be guessed",
                "server.ssl.bundle= | no TLS",
                "server.ssl.enabled=false | no TLS",
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://sso.gov.cn/certs |"
                        + " keys come from the issuer alone",
                "lianji.origins=https://console.example,http://console.gov.cn | holds"
                        + " http://console.gov.cn",
            })
    void refuses(String setting, String finding) {
        assertThat(findings(setting)).singleElement().asString().contains(finding);
    }

    /** By name, by address of either family, in whatever way an address can be written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sso.gov.cn",
                "10.9.9.9",
                "[fd00::1]",
                "[::ffff:10.9.9.9]",
                "3232235777",
                "0xc0a80101",
                "sso.",
                "127.0.0.1.nip.io",
                "localhost@10.9.9.9"
            })
    void takesNeitherIssuerNorDatabaseOverPlainText(String host) {
        assertThat(findings(ISSUER + "http://" + host + "/realms/x"))
                .singleElement()
                .asString()
                .contains("issuer-uri is not https");
        for (String scheme : List.of("bolt", "neo4j", "bolt+ssc", "neo4j+ssc")) {
            assertThat(findings(DATABASE + scheme + "://" + host + ":7687"))
                    .as(scheme)
                    .singleElement()
                    .asString()
                    .contains("spring.neo4j.uri is without TLS");
        }
        assertThat(
                        findings(
                                DATABASE + "bolt://" + host,
                                "spring.neo4j.security.encrypted=true",
                                "spring.neo4j.security.trust-strategy=trust-all-certificates"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt+s://10.9.9.9:7687", "NEO4J+S://graph.gov.cn"})
    void takesADatabaseAnywhereByTls(String address) {
        assertThat(findings(DATABASE + address)).isEmpty();
        assertThat(
                        findings(
                                DATABASE + "neo4j://graph.gov.cn:7687",
                                "spring.neo4j.security.encrypted=true"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]", "keycloak"})
    void takesThemOverPlainTextOnThisMachineAndInItsNetworkOfContainers(String host) {
        assertThat(findings(ISSUER + "http://" + host + ":8080", DATABASE + "bolt://" + host))
                .isEmpty();
    }

    @Test
    void leavesTlsToAProxyThatIsNamed() {
        assertThat(findings("server.ssl.bundle=", "lianji.tls-terminated-by-proxy=true"))
                .as("then the hub is told for whom the proxy asks")
                .singleElement()
                .asString()
                .startsWith("server.forward-headers-strategy ");
        assertThat(
                        findings(
                                "server.ssl.bundle=",
                                "lianji.tls-terminated-by-proxy=true",
                                "server.forward-headers-strategy=native"))
                .isEmpty();
    }

    @Configuration
    static class WouldStart {

        @Bean
        Object database() {
            throw new AssertionError("started before the settings were checked");
        }
    }

    private static List<String> findings(String... others) {
        return findingsOf(Stream.concat(SAFE.stream(), Stream.of(others)));
    }

    /** A later setting takes the place of an earlier one of the same name. */
    private static List<String> findingsOf(Stream<String> settings) {
        List<String> findings = new ArrayList<>();
        new ApplicationContextRunner()
                .withPropertyValues(settings.toArray(String[]::new))
                .run(
                        context ->
                                findings.addAll(
                                        new ProductionChecks(context.getEnvironment()).findings()));
        return findings;
    }
}
