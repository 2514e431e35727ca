package org.lianji.families;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** How many families the monitored groups have. */
@Controller
final class GroupBoardController {

    private final GroupBoards boards;

    GroupBoardController(GroupBoards boards) {
        this.boards = boards;
    }

    @QueryMapping
    GroupBoard groupBoard(
            @AuthenticationPrincipal Caller caller, @Argument @Nullable String region) {
        return boards.of(caller, region);
    }

    @SchemaMapping(typeName = "FamiliesInGroup")
    AssistanceLayer layer(GroupBoard.OfGroup row) {
        return row.group().layer();
    }
}
