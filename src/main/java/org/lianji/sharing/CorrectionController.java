package org.lianji.sharing;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Connections;
import org.lianji.platform.ListConnection;
import org.lianji.platform.MutationCall;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;

/** Corrections: asked about, raised, and taken on, one mutation a row of the table. */
@Controller
final class CorrectionController {

    private final Corrections corrections;
    private final CorrectionGraph graph;
    private final CorrectionTexts texts;
    private final Connections connections;

    CorrectionController(
            Corrections corrections,
            CorrectionGraph graph,
            CorrectionTexts texts,
            Connections connections) {
        this.corrections = corrections;
        this.graph = graph;
        this.texts = texts;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Correction correction(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return corrections.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Correction> corrections(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable CorrectionSide side,
            @Argument @Nullable CorrectionState state,
            DataFetchingEnvironment field) {
        return connections.page(field, corrections.listing(caller, side, state));
    }

    @MutationMapping
    Correction raiseCorrection(
            @AuthenticationPrincipal Caller caller,
            @Argument Corrections.Claim input,
            DataFetchingEnvironment environment) {
        Reason stated = environment.getGraphQlContext().getOrDefault(Reason.class, Reason.NONE);
        return corrections.raise(MutationCall.of(caller, environment), stated, input);
    }

    @MutationMapping
    Correction confirmCorrected(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.CORRECT, step);
    }

    @MutationMapping
    Correction upholdRecord(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.UPHOLD, step);
    }

    @MutationMapping
    Correction withdrawCorrection(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.WITHDRAW, step);
    }

    @MutationMapping
    Correction disputeAnswer(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.DISPUTE, step);
    }

    @MutationMapping
    Correction settleDispute(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.NEGOTIATE, step);
    }

    @MutationMapping
    Correction referDispute(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.REFER, step);
    }

    @MutationMapping
    Correction decideDispute(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.DECIDE, step);
    }

    @MutationMapping
    Correction appealDispute(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return corrections.take(
                MutationCall.of(caller, environment), CorrectionTransition.APPEAL, step);
    }

    @SchemaMapping
    String record(Correction correction) {
        return correction.on().record();
    }

    @SchemaMapping
    String category(Correction correction) {
        return correction.on().category();
    }

    @SchemaMapping
    String item(Correction correction) {
        return correction.on().item();
    }

    @SchemaMapping
    String owner(Correction correction) {
        return correction.owner();
    }

    @SchemaMapping
    @Nullable String raisedBy(Correction correction) {
        return correction.raiser().person() == null ? correction.raiser().department() : null;
    }

    @SchemaMapping
    String purpose(Correction correction) {
        return correction.raiser().purpose();
    }

    /** For those whom it concerns alone, not for the lead. */
    @SchemaMapping
    @Nullable String claim(Correction correction, @AuthenticationPrincipal Caller caller) {
        return CorrectionSide.PARTY.has(caller, correction, "")
                ? texts.open(correction.id(), CorrectionTexts.CLAIM, correction.sealed().claim())
                : null;
    }

    @SchemaMapping
    @Nullable String evidence(Correction correction, @AuthenticationPrincipal Caller caller) {
        return CorrectionSide.PARTY.has(caller, correction, "")
                ? texts.open(
                        correction.id(), CorrectionTexts.EVIDENCE, correction.sealed().evidence())
                : null;
    }

    @SchemaMapping
    boolean overdue(Correction correction) {
        return correction.overdue(corrections.today());
    }

    @SchemaMapping
    List<CorrectionTransition> allowedTransitions(
            Correction correction, @AuthenticationPrincipal Caller caller) {
        return corrections.open(caller, correction);
    }

    @BatchMapping(typeName = "Correction")
    List<List<CorrectionEvent>> history(List<Correction> corrections) {
        Map<String, List<CorrectionEvent>> events =
                graph.history(corrections.stream().map(Correction::id).toList());
        return corrections.stream()
                .map(correction -> events.getOrDefault(correction.id(), List.of()))
                .toList();
    }

    @SchemaMapping
    @Nullable String note(CorrectionEvent event) {
        return texts.open(event.correction(), event.version(), event.note());
    }
}
