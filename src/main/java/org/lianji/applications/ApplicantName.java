package org.lianji.applications;

import org.jspecify.annotations.Nullable;
import org.lianji.api.Addresses;
import org.lianji.api.RequestContext;
import org.lianji.assistance.Cases;
import org.lianji.catalogue.Purpose;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The name of who applies, as the caller's own question is answered: judged, and written into the
 * person's log, as any read is.
 */
@Component
final class ApplicantName {

    private static final String NAME =
            "query ($person: ID!) { node(id: $person) { ... on Person { name } } }";

    private final WebGraphQlHandler questions;

    ApplicantName(WebGraphQlHandler questions) {
        this.questions = questions;
    }

    /** {@return the name; empty where it does not show to the caller} */
    Optional<String> of(Caller caller, Cases.FiledCase filed) {
        return reason(caller, filed) instanceof Reason reason
                ? Optional.ofNullable(
                                questions
                                        .handleRequest(question(caller, reason, filed.applicant()))
                                        .block())
                        .flatMap(ApplicantName::name)
                : Optional.empty();
    }

    private static Optional<String> name(WebGraphQlResponse answer) {
        return Optional.ofNullable(answer.field("node.name").<String>getValue());
    }

    /** Once it is decided nothing leads an officer to the family. */
    private static @Nullable Reason reason(Caller caller, Cases.FiledCase filed) {
        if (caller.is(Role.CITIZEN)) {
            return new Reason(Purpose.H.name(), null);
        }
        return filed.basis() instanceof String basis ? new Reason(Purpose.A.name(), basis) : null;
    }

    private static WebGraphQlRequest question(Caller caller, Reason reason, String person) {
        RequestContext asked = new RequestContext(caller, reason, RequestContext.Way.POST);
        WebGraphQlRequest question =
                new WebGraphQlRequest(
                        URI.create(Addresses.GRAPHQL),
                        new HttpHeaders(),
                        null,
                        null,
                        asked.attributes(Map.of()),
                        Map.of("query", NAME, "variables", Map.of("person", person)),
                        UUID.randomUUID().toString(),
                        Locale.CHINA);
        asked.accompany(question);
        return question;
    }
}
