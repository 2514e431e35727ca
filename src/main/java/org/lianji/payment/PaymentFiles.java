package org.lianji.payment;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lianji.items.Yuan;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.roles.AllowedRoles;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sheet as a file for the bank and the county's books: families by the number of their case,
 * whose account the bank knows; no names and no ID numbers.
 */
@RestController
final class PaymentFiles {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADER =
            List.of("line", "case", "village", "month", "amount", "change");
    private static final int AMOUNT = HEADER.indexOf("amount");

    private final PaymentSheets sheets;
    private final PaymentLedger ledger;

    PaymentFiles(PaymentSheets sheets, PaymentLedger ledger) {
        this.sheets = sheets;
        this.ledger = ledger;
    }

    @AllowedRoles({Role.COUNTY_OFFICER, Role.TOWN_OFFICER})
    @GetMapping("/payments/{sheet}.csv")
    ResponseEntity<byte[]> csv(
            @AuthenticationPrincipal Caller caller, @PathVariable("sheet") String id)
            throws IOException {
        PaymentSheet sheet = found(caller, id);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            ledger.lines(sheet.id()).forEach(line -> csv.writeRecord(cells(line)));
        }
        return file(CSV, sheet, "csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(PaymentLine line) {
        return List.of(
                Integer.toString(line.number()),
                line.caseId(),
                line.village(),
                line.month(),
                Yuan.text(line.amount()),
                line.change().zh());
    }

    @AllowedRoles({Role.COUNTY_OFFICER, Role.TOWN_OFFICER})
    @GetMapping("/payments/{sheet}.xlsx")
    ResponseEntity<byte[]> xlsx(
            @AuthenticationPrincipal Caller caller, @PathVariable("sheet") String id)
            throws IOException {
        PaymentSheet sheet = found(caller, id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Lianji", "1.0")) {
            Worksheet page = book.newWorksheet(sheet.township() + " " + sheet.month());
            row(page, 0, HEADER);
            for (PaymentLine line : ledger.lines(sheet.id())) {
                row(page, line.number(), cells(line));
                page.value(line.number(), AMOUNT, Yuan.amount(line.amount()));
            }
        }
        return file(XLSX, sheet, "xlsx", out.toByteArray());
    }

    private static void row(Worksheet page, int number, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            page.value(number, column, cells.get(column));
        }
    }

    private PaymentSheet found(Caller caller, String id) {
        return sheets.find(caller, id)
                .orElseThrow(() -> new Problem(PaymentCode.PAYMENT_NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(
            String type, PaymentSheet sheet, String ending, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s-%s.%s"
                                                .formatted(sheet.township(), sheet.month(), ending))
                                .build()
                                .toString())
                .body(content);
    }
}
