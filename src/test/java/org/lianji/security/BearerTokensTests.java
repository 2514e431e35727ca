package org.lianji.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Whatever a header holds, it is found or refused as the framework would. */
class BearerTokensTests {

    private static String told(BearerTokenResolver resolver, MockHttpServletRequest request) {
        try {
            return "token " + resolver.resolve(request);
        } catch (OAuth2AuthenticationException e) {
            return "refused " + e.getError();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer a",
                "Bearer eyJ.aB-0_9.z",
                "bearer eyJ.x.y",
                "BEARER eyJ.x.y",
                "Bearer a~+/b==",
                "Bearer a=b",
                "Bearer ",
                "Bearer",
                "Bearer  a",
                "Bearer a b",
                "Bearer a ",
                "Bearer\ta",
                "Bearer 令牌",
                "Bearer {a}",
                "Bearer @",
                "Bearer [",
                "Bearer `",
                "Bearer /:",
                "Basic bWU6bWU=",
                "Bearera",
                ""
            })
    void isAsTheFrameworksOwn(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/graphql");
        request.addHeader("Authorization", header);

        assertThat(told(new BearerTokens(), request))
                .isEqualTo(told(new DefaultBearerTokenResolver(), request));
    }

    @Test
    void noHeaderIsNoToken() {
        assertThat(new BearerTokens().resolve(new MockHttpServletRequest())).isNull();
    }
}
