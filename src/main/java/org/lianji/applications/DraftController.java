package org.lianji.applications;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;
import org.lianji.bases.BasisInput;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.platform.Caller;
import org.lianji.procedure.Texts;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;

/** Drafts, for who writes them. */
@Controller
final class DraftController {

    private static final int LONGEST_NUMBER = 40;

    private final CaseDrafts drafts;
    private final Values values;

    DraftController(CaseDrafts drafts, Values values) {
        this.drafts = drafts;
        this.values = values;
    }

    @QueryMapping
    List<CaseDraft> caseDrafts(@AuthenticationPrincipal Caller caller) {
        return drafts.own(caller);
    }

    @QueryMapping
    List<CaseDraft> myCaseDrafts(@AuthenticationPrincipal Caller caller) {
        return drafts.own(caller);
    }

    /** What an officer has written so far. */
    record DraftInput(
            @Nullable String draft,
            @Nullable AssistanceKind kind,
            @Nullable String idNumber,
            @Nullable String region,
            @Nullable String statement,
            @Nullable String channel,
            @Nullable String consentNo,
            @Nullable String cause) {}

    @MutationMapping
    CaseDraft saveCaseDraft(
            @AuthenticationPrincipal Caller caller,
            @Argument DraftInput input,
            DataFetchingEnvironment environment) {
        return save(caller, input, environment);
    }

    @MutationMapping
    CaseDraft saveMyCaseDraft(
            @AuthenticationPrincipal Caller caller,
            @Argument DraftInput input,
            DataFetchingEnvironment environment) {
        return save(caller, input, environment);
    }

    private CaseDraft save(Caller caller, DraftInput input, DataFetchingEnvironment environment) {
        return drafts.save(
                MutationCall.of(caller, environment),
                input.draft(),
                new CaseDraft.Content(
                        input.kind(),
                        number(input.idNumber()),
                        region(input.region()),
                        Texts.optional("statement", input.statement()),
                        input.channel(),
                        input.consentNo() == null
                                ? null
                                : BasisInput.text(
                                        "consentNo", input.consentNo(), 0, LONGEST_NUMBER),
                        input.cause()));
    }

    private @Nullable String region(@Nullable String given) {
        return given == null
                ? null
                : (String) values.required(ItemType.Scalar.REGION_CODE, given, "region");
    }

    private @Nullable String number(@Nullable String given) {
        return given == null
                ? null
                : (String) values.required(ItemType.Scalar.ID_NUMBER, given, "idNumber");
    }

    @MutationMapping
    CaseDraft discardCaseDraft(@AuthenticationPrincipal Caller caller, @Argument String draft) {
        return drafts.discard(caller, draft);
    }

    @SchemaMapping
    @Nullable AssistanceKind kind(CaseDraft one) {
        return one.content().kind();
    }

    @SchemaMapping
    @Nullable String idNumber(CaseDraft one) {
        return one.content().masked();
    }

    @SchemaMapping
    @Nullable String region(CaseDraft one) {
        return one.content().region();
    }

    @SchemaMapping
    @Nullable String cause(CaseDraft one) {
        return one.content().cause();
    }

    @SchemaMapping
    @Nullable String statement(CaseDraft one) {
        return one.content().statement();
    }

    @SchemaMapping
    @Nullable String channel(CaseDraft one) {
        return one.content().channel();
    }

    @SchemaMapping
    @Nullable String consentNo(CaseDraft one) {
        return one.content().consentNo();
    }
}
