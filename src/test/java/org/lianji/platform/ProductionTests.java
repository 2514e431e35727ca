package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class ProductionTests {

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
            })
    void refuses(String setting, String finding) {
        assertThat(findings(setting)).singleElement().asString().contains(finding);
    }

    @Test
    void leavesTlsToAProxyThatIsNamed() {
        assertThat(findings("server.ssl.bundle=", "lianji.tls-terminated-by-proxy=true")).isEmpty();
    }

    @Test
    void takesAnIssuerBesideItInTheSameNetworkWithoutTls() {
        assertThat(
                        findings(
                                "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://keycloak:8080/realms/lianji"))
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
