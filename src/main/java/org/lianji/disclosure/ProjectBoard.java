package org.lianji.disclosure;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.items.Yuan;
import org.lianji.projects.ProjectDisclosures;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/**
 * What projects of charities have disclosed, for everybody, without a token (慈善法 §§72, 79): their
 * money, and what was given, of ten families at a time and of none alone.
 */
@RestController
final class ProjectBoard {

    private static final int DIGITS_OF_A_YEAR = 4;

    private final ProjectDisclosures disclosures;
    private final OpenAnswers answers;

    ProjectBoard(ProjectDisclosures disclosures, OpenAnswers answers) {
        this.disclosures = disclosures;
        this.answers = answers;
    }

    /** All that was disclosed in a year, the newest first. */
    record Projects(List<Line> projects) {}

    /**
     * @param received since it began, in yuan
     * @param spent since it began, in yuan
     */
    record Line(
            String project,
            String organisation,
            String charity,
            LocalDate on,
            boolean last,
            String received,
            String spent,
            List<Given> given) {

        static Line of(ProjectDisclosures.ProjectDisclosure one) {
            return new Line(
                    one.project(),
                    one.organisation(),
                    one.charity(),
                    one.on(),
                    one.last(),
                    Yuan.text(one.received()),
                    Yuan.text(one.spent()),
                    one.given().stream().map(Given::of).toList());
        }
    }

    /**
     * @param families whole tens
     */
    record Given(HelpKind kind, HelpKind.HelpUnit unit, long quantity, int families) {

        static Given of(ProjectDisclosures.DisclosedHelp one) {
            return new Given(one.kind(), one.kind().unit(), one.quantity(), one.families());
        }
    }

    @GetMapping(path = "/projects/{year}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Projects> json(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String organisation,
            HttpServletRequest request) {
        answers.count(request);
        return answers.json(
                new Projects(disclosed(year, organisation).stream().map(Line::of).toList()));
    }

    @GetMapping(path = "/projects/{year}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> html(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String organisation,
            HttpServletRequest request) {
        answers.count(request);
        return answers.html(NoticePage.of(PublicTable.projects(disclosed(year, organisation))));
    }

    /** {@return what there is; nothing where it is no year} */
    private List<ProjectDisclosures.ProjectDisclosure> disclosed(
            String year, @Nullable String organisation) {
        return year.length() == DIGITS_OF_A_YEAR
                        && year.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                ? disclosures.of(organisation, Integer.valueOf(year))
                : List.of();
    }
}
