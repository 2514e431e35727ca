package org.lianji.agreements;

import graphql.schema.DataFetchingEnvironment;

import org.lianji.database.MutationCall;
import org.lianji.platform.Caller;
import org.lianji.terms.AgreementRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What is done with agreements: one mutation a row of the table. */
@Controller
final class AgreementSteps {

    private final Agreements requests;

    AgreementSteps(Agreements requests) {
        this.requests = requests;
    }

    @MutationMapping
    Agreement requestAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument AgreementRequest input,
            DataFetchingEnvironment environment) {
        return requests.request(MutationCall.of(caller, environment), input);
    }

    @MutationMapping
    Agreement amendAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            @Argument AgreementRequest input,
            DataFetchingEnvironment environment) {
        return requests.amend(MutationCall.of(caller, environment), step, input);
    }

    @MutationMapping
    Agreement signAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(MutationCall.of(caller, environment), AgreementTransition.SIGN, step);
    }

    @MutationMapping
    Agreement submitAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.SUBMIT, step);
    }

    @MutationMapping
    Agreement askForMaterial(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.ASK_MATERIAL, step);
    }

    @MutationMapping
    Agreement supplyMaterial(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.SUPPLY_MATERIAL, step);
    }

    @MutationMapping
    Agreement extendAnswer(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.ASK_EXTENSION, step);
    }

    @MutationMapping
    Agreement consentToExtension(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.GRANT_EXTENSION, step);
    }

    @MutationMapping
    Agreement prepareApproval(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.PREPARE_APPROVAL, step);
    }

    @MutationMapping
    Agreement approveAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.APPROVE, step);
    }

    @MutationMapping
    Agreement refuseAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.REFUSE, step);
    }

    @MutationMapping
    Agreement deliverAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.DELIVER, step);
    }

    @MutationMapping
    Agreement confirmDelivery(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.CONFIRM_DELIVERY, step);
    }

    @MutationMapping
    Agreement suspendAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.SUSPEND, step);
    }

    @MutationMapping
    Agreement rectifyAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.RECTIFY, step);
    }

    @MutationMapping
    Agreement resumeAgreement(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.RESUME, step);
    }

    @MutationMapping
    Agreement proposeTermination(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment),
                AgreementTransition.PROPOSE_TERMINATION,
                step);
    }

    @MutationMapping
    Agreement consentToTermination(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment),
                AgreementTransition.CONSENT_TO_TERMINATION,
                step);
    }

    @MutationMapping
    Agreement endPurpose(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.END_PURPOSE, step);
    }

    @MutationMapping
    Agreement attestDisposal(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.DISPOSE, step);
    }

    @MutationMapping
    Agreement recordExtensionDecision(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment),
                AgreementTransition.GOVERNMENT_EXTENSION,
                step);
    }

    @MutationMapping
    Agreement liftSuspension(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.LIFT_SUSPENSION, step);
    }

    @MutationMapping
    Agreement recordLiftDecision(
            @AuthenticationPrincipal Caller caller,
            @Argument Step step,
            DataFetchingEnvironment environment) {
        return requests.take(
                MutationCall.of(caller, environment), AgreementTransition.GOVERNMENT_LIFT, step);
    }
}
