package org.lianji.volunteers;

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

import java.util.List;

/** Volunteers: sent, taken back, told what to do, and heard. */
@Controller
final class VolunteerController {

    private final Volunteers volunteers;
    private final Connections connections;

    VolunteerController(Volunteers volunteers, Connections connections) {
        this.volunteers = volunteers;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<VolunteerAssignment> volunteerAssignments(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(field, volunteers.listing(caller));
    }

    @MutationMapping
    VolunteerAssignment assignVolunteer(
            @AuthenticationPrincipal Caller caller,
            @Argument Volunteers.Errand input,
            DataFetchingEnvironment environment) {
        return volunteers.assign(MutationCall.of(caller, environment), input);
    }

    @MutationMapping
    VolunteerAssignment withdrawVolunteer(
            @AuthenticationPrincipal Caller caller,
            @Argument Volunteers.Errand input,
            DataFetchingEnvironment environment) {
        return volunteers.withdraw(MutationCall.of(caller, environment), input);
    }

    @MutationMapping
    VolunteerAssignment recordVolunteerHours(
            @AuthenticationPrincipal Caller caller,
            @Argument Volunteers.Hours input,
            DataFetchingEnvironment environment) {
        return volunteers.helped(MutationCall.of(caller, environment), input);
    }

    @SchemaMapping
    int hours(VolunteerAssignment errand) {
        return errand.hours();
    }

    @SchemaMapping
    List<VolunteerAssignment.VolunteerDay> days(VolunteerAssignment errand) {
        return errand.days();
    }

    @SchemaMapping
    Volunteers.@Nullable VolunteerWork work(
            VolunteerAssignment errand, @AuthenticationPrincipal Caller caller) {
        return volunteers.work(caller, errand);
    }
}
