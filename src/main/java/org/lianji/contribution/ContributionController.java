package org.lianji.contribution;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.records.Outcome;
import org.lianji.records.OutcomeKind;
import org.lianji.records.Outcomes;
import org.lianji.records.Receipt;
import org.lianji.records.RecordGraph;
import org.lianji.texts.PlainText;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.Finding;
import org.lianji.upload.RequestContent;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rows in by mutation, and receipts. */
@Controller
final class ContributionController {

    private static final int MOST_ROWS = 1_000;

    private final Contributions contributions;
    private final Withdrawals withdrawals;
    private final Receipts receipts;
    private final Outcomes outcomes;
    private final Connections connections;

    ContributionController(
            Contributions contributions,
            Withdrawals withdrawals,
            Receipts receipts,
            Outcomes outcomes,
            Connections connections) {
        this.contributions = contributions;
        this.withdrawals = withdrawals;
        this.receipts = receipts;
        this.outcomes = outcomes;
        this.connections = connections;
    }

    @MutationMapping
    Receipt contribute(
            @AuthenticationPrincipal Caller caller,
            @Argument String category,
            @Argument String idempotencyKey,
            DataFetchingEnvironment environment) {
        Category admitted = contributions.admit(caller, category, idempotencyKey);
        List<Map<String, Object>> rows = rows(admitted, environment.getArgument("rows"));
        return contributions
                .contribute(caller, admitted, idempotencyKey, new RequestContent(rows))
                .receipt();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(
            Category category, @Nullable Map<String, Object> rows) {
        if (rows == null || !(rows.get(category.field()) instanceof List<?> list)) {
            throw new Problem(ContributionCode.ROWS_OF_OTHER_CATEGORY);
        }
        if (list.size() > MOST_ROWS) {
            throw new Problem(ContributionCode.TOO_MANY_ROWS, Map.of("max", MOST_ROWS));
        }
        return (List<Map<String, Object>>) list;
    }

    @MutationMapping
    Withdrawals.Withdrawal withdraw(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String record,
            @Argument @Nullable String category,
            @Argument @Nullable String recordNo,
            @Argument String reason) {
        if (record != null) {
            return withdrawals.withdraw(caller, Withdrawals.Property.ID, record, reason);
        }
        if (category == null || recordNo == null) {
            throw new Problem(ContributionCode.WHICH_RECORD);
        }
        return withdrawals.withdraw(
                caller,
                Withdrawals.Property.KEY,
                RecordGraph.key(category, PlainText.kept(recordNo)),
                reason);
    }

    @QueryMapping
    @Nullable Receipt receipt(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return receipts.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Receipt> receipts(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String category,
            DataFetchingEnvironment field) {
        return connections.page(field, receipts.listing(caller, category));
    }

    @SchemaMapping
    ListConnection<Outcome> outcomes(
            Receipt receipt,
            @Argument @Nullable List<OutcomeKind> only,
            DataFetchingEnvironment field) {
        Set<OutcomeKind> kinds = only == null || only.isEmpty() ? Set.of() : EnumSet.copyOf(only);
        return connections.page(field, receipt.id(), outcomes.listing(receipt.id(), kinds));
    }

    @SchemaMapping
    String code(Finding finding) {
        return finding.code().name();
    }

    @SchemaMapping
    String message(Finding finding, Locale locale) {
        return finding.message(locale);
    }
}
