package org.lianji.documents;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.bases.BasisInput;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Registers, retires and lists a department's trusted documents. */
@Controller
final class TrustedDocumentController {

    private static final int LONGEST_NAME = 100;

    private final DepartmentDocuments documents;
    private final Connections connections;

    TrustedDocumentController(DepartmentDocuments documents, Connections connections) {
        this.documents = documents;
        this.connections = connections;
    }

    @MutationMapping
    TrustedDocument trustDocument(
            @AuthenticationPrincipal Caller caller, @Argument String text, @Argument String name) {
        return documents.trust(
                caller,
                text,
                Prose.readable("name", BasisInput.text("name", name, 1, LONGEST_NAME)));
    }

    @MutationMapping
    @Nullable TrustedDocument retireDocument(
            @AuthenticationPrincipal Caller caller, @Argument String id) {
        return documents.retire(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<TrustedDocument> trustedDocuments(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        admit(caller);
        return connections.page(field, documents.listing(caller));
    }

    private static void admit(Caller caller) {
        if (!caller.is(TrustedTexts.KEEPERS)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
    }
}
