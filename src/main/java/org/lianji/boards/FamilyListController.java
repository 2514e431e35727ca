package org.lianji.boards;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.monitoring.WarningDirectory;
import org.lianji.monitoring.WarningDirectory.WarningSight;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.procedure.Procedure;
import org.lianji.rules.Rule;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is missed, whose help is perhaps wrong, and how many they are. */
@Controller
final class FamilyListController {

    private final FamilyLists lists;
    private final FamilyCounts counts;
    private final WarningDirectory warnings;
    private final Connections connections;

    FamilyListController(
            FamilyLists lists,
            FamilyCounts counts,
            WarningDirectory warnings,
            Connections connections) {
        this.lists = lists;
        this.counts = counts;
        this.warnings = warnings;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<ListedFamily> missedFamilies(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String region,
            @Argument Rule.@Nullable Level level,
            @Argument @Nullable Boolean confirmed,
            DataFetchingEnvironment field) {
        return connections.page(
                field, lists.of(caller, FamilyLists.MISSED, region, level, confirmed));
    }

    @QueryMapping
    ListConnection<ListedFamily> wrongHelp(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String region,
            @Argument Rule.@Nullable Level level,
            @Argument @Nullable Boolean confirmed,
            DataFetchingEnvironment field) {
        return connections.page(
                field, lists.of(caller, FamilyLists.WRONG, region, level, confirmed));
    }

    @QueryMapping
    FamilyFigures familyFigures(
            @AuthenticationPrincipal Caller caller, @Argument @Nullable String region) {
        return counts.of(caller, region);
    }

    /** One that a step has settled meanwhile is still there, and says so. */
    @BatchMapping(typeName = "ListedFamily", field = "warnings")
    Map<ListedFamily, List<Procedure<?>>> warnings(
            List<ListedFamily> families, GraphQLContext context) {
        Set<String> ids =
                families.stream()
                        .flatMap(family -> family.warnings().stream())
                        .map(WarningSight::warning)
                        .collect(Collectors.toSet());
        Map<String, Procedure<?>> known =
                warnings.all(Caller.of(context), ids).stream()
                        .collect(Collectors.toMap(Procedure::id, Function.identity()));
        return families.stream()
                .collect(
                        Collectors.toMap(
                                family -> family, family -> known(family, known), (one, _) -> one));
    }

    private static List<Procedure<?>> known(
            ListedFamily family, Map<String, Procedure<?>> warnings) {
        return family.warnings().stream()
                .<Procedure<?>>flatMap(one -> Stream.ofNullable(warnings.get(one.warning())))
                .toList();
    }
}
