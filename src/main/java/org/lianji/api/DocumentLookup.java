package org.lianji.api;

import graphql.language.Field;
import graphql.language.OperationDefinition;

import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the text of what is asked, whatever the way it came: given, or named as the appendix
 * Persisted Documents of GraphQL over HTTP has it. Where only trusted documents run, a text is
 * refused before anything of it is validated.
 */
@Component
public final class DocumentLookup {

    private final TrustedDocuments trusted;
    private final DocumentSettings settings;
    private final Limits limits;

    DocumentLookup(TrustedDocuments trusted, DocumentSettings settings, Limits limits) {
        this.trusted = trusted;
        this.settings = settings;
        this.limits = limits;
    }

    /**
     * {@return the body with the text in it}
     *
     * @param body checked
     * @throws Problem where the document is unknown or not trusted
     */
    public Map<String, Object> complete(Caller caller, Map<String, Object> body) {
        if (body.get(RequestBody.DOCUMENT_ID) instanceof String id) {
            Map<String, Object> complete = new HashMap<>(body);
            complete.put(
                    "query",
                    trusted.text(caller, id)
                            .orElseThrow(() -> new Problem(PlatformCode.DOCUMENT_UNKNOWN)));
            return complete;
        }
        if (settings.trustedOnly() && !keepsTheList(caller, String.valueOf(body.get("query")))) {
            throw new Problem(PlatformCode.DOCUMENT_NOT_TRUSTED);
        }
        return body;
    }

    private boolean keepsTheList(Caller caller, String text) {
        Set<String> fields = trusted.fields(caller);
        if (fields.isEmpty()) {
            return false;
        }
        List<OperationDefinition> operations;
        try {
            operations = limits.parse(text).getDefinitionsOfType(OperationDefinition.class);
        } catch (Problem unreadable) {
            return false;
        }
        return operations.stream()
                .flatMap(operation -> operation.getSelectionSet().getSelections().stream())
                .allMatch(
                        selection ->
                                selection instanceof Field field
                                        && fields.contains(field.getName()));
    }
}
