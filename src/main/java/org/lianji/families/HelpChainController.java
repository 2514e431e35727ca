package org.lianji.families;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.query.Admission;
import org.lianji.query.ReadResult;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.Clock;
import java.time.LocalDate;

/** A family's chain of help, its groups and its layer. */
@Controller
final class HelpChainController {

    private final HelpChains chains;
    private final Catalogue catalogue;
    private final Clock clock;

    HelpChainController(HelpChains chains, Catalogue catalogue, Clock clock) {
        this.chains = chains;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @QueryMapping
    @Nullable HelpChain chainOfHelp(
            @AuthenticationPrincipal Caller caller,
            @Argument String person,
            @Argument @Nullable LocalDate asOf,
            DataFetchingEnvironment field) {
        GraphQLContext context = field.getGraphQlContext();
        HelpChains.Answer answer =
                chains.of(
                        caller,
                        Admission.reason(Reason.of(context)),
                        person,
                        asOf == null ? LocalDate.now(clock) : asOf);
        ReadResult reading = context.get(ReadResult.class);
        reading.withheldAt(field.getMergedField().getResultKey(), answer.withheld());
        return answer.chain();
    }

    @SchemaMapping(typeName = "HelpChain")
    LocalDate asOf(HelpChain chain) {
        return chain.day();
    }

    @SchemaMapping(typeName = "GroupMembership")
    AssistanceLayer layer(GroupMembership membership) {
        return membership.group().layer();
    }

    @SchemaMapping(typeName = "ReceivedHelp")
    String category(HelpRecord record) {
        return record.source().name();
    }

    @SchemaMapping(typeName = "ReceivedHelp")
    HelpSource.Form form(HelpRecord record) {
        return record.source().form();
    }

    @SchemaMapping(typeName = "ReceivedHelp")
    String title(HelpRecord record) {
        return catalogue.category(record.source().name()).map(Category::nameZh).orElseThrow();
    }
}
