package org.lianji.payment;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Sheets for officers, and a citizen's own payments. */
@Controller
final class PaymentController {

    private final PaymentSheets sheets;
    private final PaymentLedger ledger;
    private final Connections connections;

    PaymentController(PaymentSheets sheets, PaymentLedger ledger, Connections connections) {
        this.sheets = sheets;
        this.ledger = ledger;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable PaymentSheet paymentSheet(
            @AuthenticationPrincipal Caller caller, @Argument String id) {
        return sheets.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<PaymentSheet> paymentSheets(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable PaymentState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, sheets.listing(caller, state, region));
    }

    @QueryMapping
    ListConnection<MyPayment> myPayments(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        if (!(caller.person() instanceof String self)) {
            throw new Problem(PaymentCode.PAYMENT_NOT_FOUND);
        }
        return connections.page(field, ledger.mine(self));
    }

    /** What to pay. */
    record PaymentSheetInput(String township, String month) {}

    @MutationMapping
    PaymentSheet drawUpPayments(
            @AuthenticationPrincipal Caller caller,
            @Argument PaymentSheetInput input,
            DataFetchingEnvironment environment) {
        return sheets.drawUp(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input.township(),
                input.month());
    }

    /** What the bank said. */
    record BankInput(String id, long version, String file) {}

    @MutationMapping
    PaymentSheet reconcilePayments(
            @AuthenticationPrincipal Caller caller,
            @Argument BankInput input,
            DataFetchingEnvironment environment) {
        return sheets.reconcile(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                new TransitionInput(input.id(), input.version(), null),
                input.file());
    }

    @SchemaMapping
    String township(PaymentSheet sheet) {
        return sheet.township();
    }

    @SchemaMapping
    @Nullable Long returnedTotal(PaymentSheet sheet) {
        return sheet.state() == PaymentState.RECONCILED ? sheet.returnedTotal() : null;
    }

    @SchemaMapping
    ListConnection<PaymentLine> lines(PaymentSheet sheet, DataFetchingEnvironment field) {
        return connections.page(field, sheet.id(), ledger.listing(sheet.id()));
    }

    @SchemaMapping(field = "case", typeName = "PaymentLine")
    String caseOf(PaymentLine line) {
        return line.caseId();
    }

    @SchemaMapping
    String month(MyPayment mine) {
        return mine.line().month();
    }

    @SchemaMapping
    long amount(MyPayment mine) {
        return mine.line().amount();
    }

    @SchemaMapping(field = "case", typeName = "MyPayment")
    String caseOf(MyPayment mine) {
        return mine.line().caseId();
    }

    @SchemaMapping
    @Nullable PaymentResult result(MyPayment mine) {
        return mine.line().result();
    }
}
