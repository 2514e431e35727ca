package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.rules.Rule;
import org.lianji.rules.Rules;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.Locale;

/** Boards of warnings. */
@Controller
final class BoardController {

    private final WarningBoards boards;
    private final Rules rules;

    BoardController(WarningBoards boards, Rules rules) {
        this.boards = boards;
        this.rules = rules;
    }

    @QueryMapping
    WarningBoard warningBoard(
            @AuthenticationPrincipal Caller caller, @Argument @Nullable String region) {
        return boards.of(caller, region);
    }

    @SchemaMapping(typeName = "WarningsOfRule")
    String title(WarningBoard.OfRule row, Locale locale) {
        return rules.rule(row.rule()).map(rule -> title(rule, locale)).orElse(row.rule());
    }

    private static String title(Rule rule, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? rule.titleEn()
                : rule.titleZh();
    }
}
