package org.lianji.bases;

import graphql.schema.DataFetchingEnvironment;

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
import java.util.Map;
import java.util.Objects;

/** Hides looks from persons whose or whose family's safety is at stake, by two signatures. */
@Controller
final class SafeguardingController {

    private final Safeguards safeguards;
    private final BasisOversight oversight;
    private final BasisDays days;
    private final BasisInput input;
    private final Connections connections;

    SafeguardingController(
            Safeguards safeguards,
            BasisOversight oversight,
            BasisDays days,
            BasisInput input,
            Connections connections) {
        this.safeguards = safeguards;
        this.oversight = oversight;
        this.days = days;
        this.input = input;
        this.connections = connections;
    }

    @MutationMapping
    Basis confirmSafeguarding(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return BasisController.settled(safeguards.confirm(caller, id));
    }

    @MutationMapping
    Basis extendSafeguarding(
            @AuthenticationPrincipal Caller caller,
            @Argument String id,
            @Argument Map<String, Object> safeguarding) {
        Safeguarding.HidingRequest asked = Objects.requireNonNull(input.safeguarding(safeguarding));
        return BasisController.settled(safeguards.extend(caller, id, asked));
    }

    @QueryMapping
    ListConnection<BasisOversight.Hidden> safeguardings(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(field, oversight.hidden(caller));
    }

    @QueryMapping
    List<BasisOversight.HiddenFigures> safeguardingFigures(@AuthenticationPrincipal Caller caller) {
        return oversight.hiddenFigures(caller);
    }

    @SchemaMapping(typeName = "Safeguarding")
    Safeguarding.State state(Safeguarding asked) {
        return asked.state(days.now());
    }
}
