package org.lianji.bases;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** Opens and judges emergency accesses, and tells of those that were. */
@Controller
final class EmergencyController {

    private final Emergencies emergencies;
    private final BasisOversight oversight;
    private final BasisDays days;
    private final BasisInput input;
    private final Connections connections;

    EmergencyController(
            Emergencies emergencies,
            BasisOversight oversight,
            BasisDays days,
            BasisInput input,
            Connections connections) {
        this.emergencies = emergencies;
        this.oversight = oversight;
        this.days = days;
        this.input = input;
        this.connections = connections;
    }

    @MutationMapping
    Basis breakGlass(
            @AuthenticationPrincipal Caller caller,
            @Argument String idNumber,
            @Argument String reason,
            @Argument @Nullable Map<String, Object> safeguarding,
            DataFetchingEnvironment environment) {
        return emergencies.breakGlass(
                MutationCall.of(caller, environment),
                input.idNumber(idNumber),
                input.reason("reason", reason),
                input.safeguarding(safeguarding));
    }

    @MutationMapping
    Basis reviewEmergency(
            @AuthenticationPrincipal Caller caller,
            @Argument String id,
            @Argument String verdict,
            @Argument String note) {
        return BasisController.settled(emergencies.review(caller, id, verdict, input.note(note)));
    }

    @QueryMapping
    ListConnection<BasisOversight.Overdue> overdueEmergencies(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(field, oversight.overdue(caller));
    }

    @QueryMapping
    List<BasisOversight.Figures> emergencyFigures(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String from,
            @Argument @Nullable String to) {
        return oversight.figures(caller, input.date(from, "from"), input.date(to, "to"));
    }

    @SchemaMapping
    @Nullable Reviewer reviewer(Basis basis) {
        return basis.review() == null ? null : basis.review().reviewer();
    }

    @SchemaMapping
    @Nullable LocalDate reviewDue(Basis basis) {
        return basis.review() == null ? null : days.due(basis.opened()).day();
    }

    @SchemaMapping
    @Nullable Boolean reviewDueProvisional(Basis basis) {
        return basis.review() == null ? null : days.due(basis.opened()).provisional();
    }

    @SchemaMapping
    @Nullable Boolean reviewOverdue(Basis basis) {
        Basis.Review review = basis.review();
        return review == null ? null : review.verdict() == null && days.overdue(basis.opened());
    }

    @SchemaMapping
    @Nullable String verdict(Basis basis) {
        return basis.review() == null ? null : basis.review().verdict();
    }

    @SchemaMapping
    @Nullable String verdictNote(Basis basis) {
        return basis.review() == null ? null : basis.review().note();
    }

    @SchemaMapping
    @Nullable ZonedDateTime reviewedAt(Basis basis) {
        return basis.review() == null ? null : basis.review().at();
    }
}
