package org.lianji.assistance;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.eligibility.FamilySituation;
import org.lianji.eligibility.MemberStanding;
import org.lianji.eligibility.StatedSituation;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Objects;

/** Cases: asked about by officers, and the steps that take more than a note. */
@Controller
final class CaseController {

    private final Cases cases;
    private final CaseKnowledge knowledge;
    private final CaseRechecks rechecks;
    private final Connections connections;

    CaseController(
            Cases cases, CaseKnowledge knowledge, CaseRechecks rechecks, Connections connections) {
        this.cases = cases;
        this.knowledge = knowledge;
        this.rechecks = rechecks;
        this.connections = connections;
    }

    @QueryMapping("case")
    @Nullable Case one(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return cases.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Case> cases(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable CaseState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, cases.listing(caller, state, region));
    }

    @QueryMapping
    ListConnection<Case> departures(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, cases.departures(caller, region));
    }

    @QueryMapping
    CaseKnowledge.@Nullable Knowledge whatIsKnown(
            @AuthenticationPrincipal Caller caller, @Argument("case") String id) {
        return cases.find(caller, id).flatMap(one -> knowledge.of(caller, one)).orElse(null);
    }

    /** An application at an officer's. */
    record CaseInput(
            AssistanceKind kind,
            String idNumber,
            String region,
            String statement,
            Case.Channel channel,
            String consentNo,
            @Nullable String cause,
            @Nullable List<Cases.Part> specialAids) {}

    /** What is applied for, where the family lives, and with which consent to the check. */
    record Statement(
            AssistanceKind kind,
            String village,
            String statement,
            Case.Channel channel,
            String consentNo,
            @Nullable String cause,
            List<Cases.Part> parts) {

        Statement {
            parts = List.copyOf(parts);
            if (kind.ofSpending() == (cause == null)) {
                throw new Problem(AssistanceCode.CASE_CAUSE);
            }
        }
    }

    @MutationMapping
    Case submitCase(
            @AuthenticationPrincipal Caller caller,
            @Argument CaseInput input,
            DataFetchingEnvironment environment) {
        return cases.submit(
                MutationCall.of(caller, environment),
                stated(environment),
                input.idNumber(),
                new Statement(
                        input.kind(),
                        input.region(),
                        input.statement(),
                        input.channel(),
                        input.consentNo(),
                        input.cause(),
                        Objects.requireNonNullElse(input.specialAids(), List.of())));
    }

    @MutationMapping
    Case askForCaseMaterial(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return tell(caller, CaseTransition.ASK, input, environment);
    }

    @MutationMapping
    Case transferCase(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return cases.transfer(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Case refuseCase(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return tell(caller, CaseTransition.REFUSE, input, environment);
    }

    @MutationMapping
    Case abortCase(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return tell(caller, CaseTransition.ABORT, input, environment);
    }

    private Case tell(
            Caller caller,
            CaseTransition how,
            TransitionInput input,
            DataFetchingEnvironment environment) {
        return cases.tell(MutationCall.of(caller, environment), stated(environment), how, input);
    }

    /** A survey at the door. */
    record SurveyInput(
            String id,
            long version,
            List<String> surveyors,
            String note,
            @Nullable SituationInput situation) {}

    /** How the family lives, as it was stated. */
    record SituationInput(
            String area,
            List<MemberInput> members,
            FamilySituation.@Nullable Property property,
            FamilySituation.@Nullable Expenditure expenditure) {

        StatedSituation stated() {
            return new StatedSituation(
                    area,
                    members.stream().map(MemberInput::stated).toList(),
                    property,
                    expenditure);
        }
    }

    /** One of the family. */
    record MemberInput(
            String idNumber,
            MemberStanding standing,
            @Nullable Integer age,
            @Nullable String disabilityType,
            @Nullable String disabilityGrade,
            boolean seriouslyIll,
            boolean fullTimeStudent,
            int refusedOffers,
            @Nullable List<FamilySituation.Income> incomes) {

        StatedSituation.Member stated() {
            return new StatedSituation.Member(
                    idNumber,
                    standing,
                    age,
                    disabilityType,
                    disabilityGrade,
                    seriouslyIll,
                    fullTimeStudent,
                    refusedOffers,
                    incomes);
        }
    }

    @MutationMapping
    Case recordSurvey(
            @AuthenticationPrincipal Caller caller,
            @Argument SurveyInput input,
            DataFetchingEnvironment environment) {
        return cases.survey(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.surveyors(),
                input.situation() == null ? null : input.situation().stated());
    }

    @MutationMapping
    Case checkMeans(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return cases.check(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Case askMeansAgain(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return cases.askAgain(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Case objectToCheck(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return cases.object(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** What the town proposes. */
    record OpinionInput(String id, long version, boolean favourable, String note) {}

    @MutationMapping
    Case stateOpinion(
            @AuthenticationPrincipal Caller caller,
            @Argument OpinionInput input,
            DataFetchingEnvironment environment) {
        return cases.opine(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.favourable());
    }

    @MutationMapping
    Case reportCase(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput step,
            DataFetchingEnvironment environment) {
        return rechecks.report(MutationCall.of(caller, environment), stated(environment), step);
    }

    /** Whether what the town found holds. */
    record RecheckInput(String id, long version, boolean upheld, String note) {}

    @MutationMapping
    Case recheckCase(
            @AuthenticationPrincipal Caller caller,
            @Argument RecheckInput input,
            DataFetchingEnvironment environment) {
        return rechecks.recheck(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.upheld());
    }

    /** What the decision shall be. */
    record CountersignInput(
            String id,
            long version,
            boolean grants,
            @Nullable String amount,
            @Nullable List<String> members,
            @Nullable String area,
            @Nullable String supportForm,
            String note) {}

    @MutationMapping
    Case countersignCase(
            @AuthenticationPrincipal Caller caller,
            @Argument CountersignInput input,
            DataFetchingEnvironment environment) {
        return rechecks.countersign(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.grants(),
                new CaseRechecks.Award(
                        input.amount(), input.members(), input.area(), input.supportForm()));
    }

    /** What the applicant is able to. */
    record SelfCareInput(String id, long version, List<Boolean> sixItems, String note) {}

    @MutationMapping
    Case gradeSelfCare(
            @AuthenticationPrincipal Caller caller,
            @Argument SelfCareInput input,
            DataFetchingEnvironment environment) {
        return rechecks.grade(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.sixItems());
    }

    /** What the county grants. */
    record AwardInput(
            String id,
            long version,
            @Nullable String monthlyAmount,
            @Nullable String income,
            @Nullable String area,
            @Nullable String reviewCycle,
            @Nullable Integer months,
            @Nullable String supportForm,
            List<String> members,
            @Nullable String reason) {}

    @MutationMapping
    Case confirmCase(
            @AuthenticationPrincipal Caller caller,
            @Argument AwardInput input,
            DataFetchingEnvironment environment) {
        return cases.confirm(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                new Allowances.Award(
                        input.monthlyAmount(),
                        input.income(),
                        input.area(),
                        input.reviewCycle(),
                        input.months(),
                        input.supportForm(),
                        input.members(),
                        input.reason()));
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }
}
