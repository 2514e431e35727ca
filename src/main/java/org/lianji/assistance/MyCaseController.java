package org.lianji.assistance;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.agencies.Representation;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a citizen does with their own applications, and with those of whom they act for. */
@Controller
final class MyCaseController {

    private final Cases cases;
    private final Connections connections;
    private final Clock clock;

    MyCaseController(Cases cases, Connections connections, Clock clock) {
        this.cases = cases;
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * A case as its applicant sees it: how it stands, not what officers wrote about it.
     *
     * @param one the case
     */
    record MyCase(Case one) implements Procedure<CaseState>, Representation {

        @Override
        public Progress<CaseState> progress() {
            return one.progress();
        }

        @Override
        public MyCase progressed(Progress<CaseState> further) {
            return new MyCase(one.progressed(further));
        }

        @Override
        public boolean byAgent(Caller caller) {
            return !one.family().applicant().equals(caller.person())
                    && one.family().deputies().byAgency(caller);
        }
    }

    @QueryMapping
    ListConnection<MyCase> myCases(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(
                field, cases.listing(caller, null, null).as(MyCase::new, MyCase::one));
    }

    /**
     * A citizen's application.
     *
     * @param forWhom an agency, or a ward; null for themself
     */
    record MyCaseInput(
            AssistanceKind kind,
            String region,
            String statement,
            String consentNo,
            @Nullable String cause,
            @Nullable List<Cases.Part> specialAids,
            @Nullable String forWhom) {}

    @MutationMapping
    MyCase submitMyCase(
            @AuthenticationPrincipal Caller caller,
            @Argument MyCaseInput input,
            DataFetchingEnvironment environment) {
        return new MyCase(
                cases.submit(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        new CaseController.Statement(
                                input.kind(),
                                input.region(),
                                input.statement(),
                                Case.Channel.ONLINE,
                                input.consentNo(),
                                input.cause(),
                                Objects.requireNonNullElse(input.specialAids(), List.of())),
                        input.forWhom()));
    }

    @MutationMapping
    MyCase withdrawMyCase(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return new MyCase(
                cases.withdraw(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input));
    }

    @MutationMapping
    MyCase objectToMyCheck(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return new MyCase(
                cases.object(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input));
    }

    @SchemaMapping(field = "case", typeName = "MyCase")
    String id(MyCase mine) {
        return mine.one().id();
    }

    @SchemaMapping
    long version(MyCase mine) {
        return mine.one().version();
    }

    @SchemaMapping
    AssistanceKind kind(MyCase mine) {
        return mine.one().application().kind();
    }

    @SchemaMapping
    @Nullable String cause(MyCase mine) {
        return mine.one().application().cause();
    }

    @SchemaMapping
    CaseState state(MyCase mine) {
        return mine.one().state();
    }

    @SchemaMapping
    String progress(MyCase mine, Locale locale) {
        CaseState state = mine.one().state();
        boolean recognised =
                state == CaseState.CONFIRMED && !mine.one().application().kind().paid();
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        if (mine.one().application().kind().ofSpending()
                && mine.one().decision().months() != null) {
            return relief(mine.one(), english);
        }
        if (english) {
            return recognised ? "Recognised: other help can go by it" : state.en();
        }
        return recognised ? "已认定，可据此办理其他救助" : state.zh();
    }

    /** From this month on, and not until somebody ends it. */
    private String relief(Case one, boolean english) {
        if (LocalDate.now(clock)
                .isAfter(Objects.requireNonNull(one.decision().recognisedUntil()))) {
            return english ? "Granted; its months are over" : "已批准，发放月份已满";
        }
        return one.state() == CaseState.PAYING
                ? english ? one.state().en() : one.state().zh()
                : english ? "Granted, from this month on" : "已批准，从本月起发放";
    }

    @SchemaMapping
    @Nullable String missing(MyCase mine) {
        return mine.one().state() == CaseState.SUPPLEMENT ? cases.told(mine.one()) : null;
    }

    @SchemaMapping
    @Nullable String reason(MyCase mine) {
        return switch (mine.one().state()) {
            case REFUSED, ABORTED -> cases.told(mine.one());
            default -> null;
        };
    }

    /** The day by which it is decided, while that runs. */
    @SchemaMapping
    @Nullable LocalDate decidedBy(MyCase mine) {
        Case one = mine.one();
        return one.state().open() ? one.lastDay(one.application().kind().clocks().total()) : null;
    }

    /** The day on which a refusal was handed over in writing. */
    @SchemaMapping
    @Nullable LocalDate noticedOn(MyCase mine) {
        return mine.one().endedOn(Cases.REFUSAL_CLOCK);
    }

    /** The last day to object to it. */
    @SchemaMapping
    @Nullable LocalDate objectBy(MyCase mine) {
        return noticedOn(mine) instanceof LocalDate day ? day.plusDays(Cases.OBJECTION_DAYS) : null;
    }

    @SchemaMapping
    CaseFields.@Nullable Award award(MyCase mine, @AuthenticationPrincipal Caller caller) {
        return mine.byAgent(caller) ? null : CaseFields.awarded(mine.one());
    }

    /** What was named as {@code forWhom}; null of the citizen's own. */
    @SchemaMapping
    @Nullable String forWhom(MyCase mine, @AuthenticationPrincipal Caller caller) {
        Case.Family family = mine.one().family();
        if (family.applicant().equals(caller.person())) {
            return null;
        }
        return mine.byAgent(caller) ? family.deputies().agency() : family.applicant();
    }

    @SchemaMapping
    boolean canObject(MyCase mine, @AuthenticationPrincipal Caller caller) {
        return cases.allows(caller, CaseTransition.OBJECT, mine.one());
    }

    @SchemaMapping
    boolean canWithdraw(MyCase mine, @AuthenticationPrincipal Caller caller) {
        return cases.allows(caller, CaseTransition.WITHDRAW, mine.one());
    }

    @SchemaMapping
    ZonedDateTime createdAt(MyCase mine) {
        return mine.one().createdAt();
    }

    @SchemaMapping
    ZonedDateTime changedAt(MyCase mine) {
        return mine.one().changedAt();
    }
}
