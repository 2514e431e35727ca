package org.lianji.payment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.lianji.items.Yuan;
import org.lianji.platform.Problem;
import org.lianji.texts.PlainText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bank says of the lines of a sheet: all of them, or nothing is taken. */
final class BankAnswers {

    private static final int LONGEST = 2_000_000;
    private static final int LONGEST_REASON = 200;
    private static final List<String> HEADER = List.of("line", "amount", "result", "reason");

    private BankAnswers() {}

    /**
     * {@return the lines that pay, with what the bank said}
     *
     * @param csv its file
     * @param lines of the sheet
     * @throws Problem PAYMENT_RETURN_FILE, PAYMENT_RETURN_CSV, PAYMENT_RETURN_ROW,
     *     PAYMENT_RETURN_MISSING; they say where, and no value
     */
    static List<PaymentLine> read(String csv, List<PaymentLine> lines) {
        if (csv.length() > LONGEST) {
            throw new Problem(PaymentCode.PAYMENT_RETURN_FILE);
        }
        Map<String, PaymentLine> open = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.amount() > 0)
                .forEach(line -> open.put(Integer.toString(line.number()), line));
        List<PaymentLine> answered = new ArrayList<>();
        List<NamedCsvRecord> rows = rows(csv);
        if (rows.isEmpty() && !open.isEmpty()) {
            throw new Problem(PaymentCode.PAYMENT_RETURN_FILE);
        }
        for (NamedCsvRecord row : rows) {
            PaymentLine line = open.remove(row.getField("line").strip());
            if (line == null) {
                throw wrong(row, "line");
            }
            answered.add(answer(line, row));
        }
        if (!open.isEmpty()) {
            throw new Problem(
                    PaymentCode.PAYMENT_RETURN_MISSING,
                    Map.of("missing", open.size(), "line", open.keySet().iterator().next()));
        }
        return answered;
    }

    private static List<NamedCsvRecord> rows(String csv) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try {
            CsvReader.builder()
                    .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                    .ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)
                    .forEach(row -> rows.add(whole(row)));
        } catch (CsvParseException e) {
            throw new Problem(PaymentCode.PAYMENT_RETURN_CSV, Map.of("row", after(rows)));
        }
        return rows;
    }

    private static NamedCsvRecord whole(NamedCsvRecord row) {
        if (!row.getHeader().equals(HEADER)) {
            throw new Problem(PaymentCode.PAYMENT_RETURN_FILE);
        }
        if (row.getFieldCount() != HEADER.size()) {
            throw new Problem(
                    PaymentCode.PAYMENT_RETURN_CSV, Map.of("row", row.getStartingLineNumber()));
        }
        return row;
    }

    /** {@return where the row begins that comes after these, the header being the first} */
    private static long after(List<NamedCsvRecord> rows) {
        return rows.isEmpty() ? 2 : rows.getLast().getStartingLineNumber() + 1;
    }

    private static PaymentLine answer(PaymentLine line, NamedCsvRecord row) {
        if (!Yuan.text(line.amount()).equals(row.getField("amount").strip())) {
            throw wrong(row, "amount");
        }
        String reason = PlainText.kept(row.getField("reason"));
        boolean explained = !reason.isEmpty() && PlainText.length(reason) <= LONGEST_REASON;
        String result = row.getField("result").strip();
        if (result.equals(PaymentResult.PAID.name())) {
            return line.answered(PaymentResult.PAID, null);
        }
        if (!result.equals(PaymentResult.RETURNED.name())) {
            throw wrong(row, "result");
        }
        if (!explained) {
            throw wrong(row, "reason");
        }
        return line.answered(PaymentResult.RETURNED, reason);
    }

    private static Problem wrong(NamedCsvRecord row, String column) {
        return new Problem(
                PaymentCode.PAYMENT_RETURN_ROW,
                Map.of("row", row.getStartingLineNumber(), "column", column));
    }
}
