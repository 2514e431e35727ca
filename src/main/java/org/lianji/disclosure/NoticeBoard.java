package org.lianji.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Yuan;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/**
 * What hangs in a village, and who receives help there, for everybody, without a token: by the
 * village alone, and nothing else can be asked. A village that is none, one where nothing hangs and
 * one where something was taken down answer the same.
 */
@RestController
final class NoticeBoard {

    private final Notices notices;
    private final RecipientList recipients;
    private final OpenAnswers answers;

    NoticeBoard(Notices notices, RecipientList recipients, OpenAnswers answers) {
        this.notices = notices;
        this.recipients = recipients;
        this.answers = answers;
    }

    /** All that hangs. */
    record Board(List<BoardLine> notices) {}

    /** What everybody may know; nothing by which it could be asked for. */
    record BoardLine(
            String name,
            int members,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String amount,
            String kind,
            String kindZh,
            String until) {

        static BoardLine of(Notices.Line line) {
            return new BoardLine(
                    line.name(),
                    line.members(),
                    line.amount() == null ? null : Yuan.text(line.amount()),
                    line.kind().name(),
                    line.kind().zh(),
                    line.lastDay().toString());
        }
    }

    /** All who receive help. */
    record Receipt(List<ReceiptLine> recipients) {}

    /** The same of somebody who receives help. */
    record ReceiptLine(String name, int members, String amount, String kind, String kindZh) {

        static ReceiptLine of(RecipientList.Line line) {
            return new ReceiptLine(
                    line.name(),
                    line.members(),
                    Yuan.text(line.amount()),
                    line.kind().name(),
                    line.kind().zh());
        }
    }

    @GetMapping(path = "/notices/{village}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Board> json(@PathVariable String village, HttpServletRequest request) {
        return answers.json(
                new Board(hanging(village, request).stream().map(BoardLine::of).toList()));
    }

    @GetMapping(path = "/notices/{village}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> html(@PathVariable String village, HttpServletRequest request) {
        return answers.html(NoticePage.of(PublicTable.notices(hanging(village, request))));
    }

    @GetMapping(path = "/notices/{village}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> sheet(@PathVariable String village, HttpServletRequest request) {
        return answers.pdf(NoticeSheet.of(PublicTable.notices(hanging(village, request))));
    }

    private List<Notices.Line> hanging(String village, HttpServletRequest request) {
        answers.count(request);
        return notices.hanging(village);
    }

    @GetMapping(path = "/recipients/{village}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> listJson(@PathVariable String village, HttpServletRequest request) {
        return answers.json(
                new Receipt(listed(village, request).stream().map(ReceiptLine::of).toList()));
    }

    @GetMapping(path = "/recipients/{village}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> listHtml(@PathVariable String village, HttpServletRequest request) {
        return answers.html(NoticePage.of(PublicTable.recipients(listed(village, request))));
    }

    @GetMapping(path = "/recipients/{village}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> listSheet(@PathVariable String village, HttpServletRequest request) {
        return answers.pdf(NoticeSheet.of(PublicTable.recipients(listed(village, request))));
    }

    private List<RecipientList.Line> listed(String village, HttpServletRequest request) {
        answers.count(request);
        return recipients.of(village);
    }
}
