package org.lianji.disclosure;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What was paid, for everybody, without a token and with one. */
@RestController
final class FundBoard {

    private final FundFigures figures;
    private final OpenAnswers answers;

    FundBoard(FundFigures figures, OpenAnswers answers) {
        this.figures = figures;
        this.answers = answers;
    }

    /** All that was paid. */
    record Funds(List<FundCells.Cell> funds) {}

    @GetMapping(path = "/funds/{county}/{month}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Funds> json(
            @PathVariable String county, @PathVariable String month, HttpServletRequest request) {
        answers.count(request);
        return answers.json(new Funds(figures.of(county, month)));
    }

    @GetMapping(path = "/funds/{county}/{month}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> html(
            @PathVariable String county, @PathVariable String month, HttpServletRequest request) {
        answers.count(request);
        return answers.html(NoticePage.of(PublicTable.funds(figures.of(county, month))));
    }

    @QueryMapping
    List<FundCells.Cell> publicFunds(@Argument String county, @Argument String month) {
        return figures.of(county, month);
    }
}
