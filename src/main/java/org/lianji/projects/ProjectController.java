package org.lianji.projects;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.clocks.DeadlineRule;
import org.lianji.clocks.Deadlines;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Projects: begun, disclosed and asked about; the table does the rest. */
@Controller
final class ProjectController {

    private final Projects projects;
    private final ProjectDisclosures disclosures;
    private final Connections connections;
    private final Deadlines clocks;

    ProjectController(
            Projects projects,
            ProjectDisclosures disclosures,
            Connections connections,
            Deadlines clocks) {
        this.projects = projects;
        this.disclosures = disclosures;
        this.connections = connections;
        this.clocks = clocks;
    }

    @QueryMapping
    ListConnection<HelpProject> helpProjects(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ProjectState state,
            @Argument boolean overdue,
            DataFetchingEnvironment field) {
        return connections.page(field, projects.listing(caller, state, overdue));
    }

    @QueryMapping
    List<ProjectDisclosures.ProjectDisclosure> projectDisclosures(
            @Argument @Nullable String organisation, @Argument @Nullable Integer year) {
        return disclosures.of(organisation, year);
    }

    @QueryMapping
    List<Projects.Punctuality> projectPunctuality() {
        return projects.punctuality();
    }

    @MutationMapping
    HelpProject beginProject(
            @AuthenticationPrincipal Caller caller,
            @Argument Projects.ProjectPlan input,
            DataFetchingEnvironment environment) {
        return projects.begin(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    HelpProject discloseProject(
            @AuthenticationPrincipal Caller caller,
            @Argument Projects.Account input,
            DataFetchingEnvironment environment) {
        return projects.disclose(MutationCall.of(caller, environment), stated(environment), input);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(typeName = "HelpProject", field = "disclosures")
    Map<HelpProject, List<ProjectDisclosures.ProjectDisclosure>> disclosures(
            List<HelpProject> some) {
        return disclosures.of(some);
    }

    @SchemaMapping
    @Nullable LocalDate disclosedOn(HelpProject project) {
        return project.account().disclosedOn();
    }

    @SchemaMapping(typeName = "DisclosedHelp")
    HelpKind.HelpUnit unit(ProjectDisclosures.DisclosedHelp given) {
        return given.kind().unit();
    }

    @SchemaMapping(typeName = "ProjectPunctuality")
    DeadlineRule rule(Projects.Punctuality punctuality) {
        return clocks.rule(punctuality.code());
    }
}
