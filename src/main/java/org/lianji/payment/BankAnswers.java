package org.lianji.payment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.lianji.items.Yuan;
import org.lianji.platform.Problem;
import org.lianji.texts.PlainText;

import java.util.ArrayList;
import java.util.HashMap;
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
     * @throws Problem PAYMENT_RETURN_FILE, with the row where one is wrong
     */
    static List<PaymentLine> read(String csv, List<PaymentLine> lines) {
        if (csv.length() > LONGEST) {
            throw new Problem(PaymentCode.PAYMENT_RETURN_FILE);
        }
        Map<String, PaymentLine> open = new HashMap<>();
        lines.stream()
                .filter(line -> line.amount() > 0)
                .forEach(line -> open.put(Integer.toString(line.number()), line));
        List<PaymentLine> answered = new ArrayList<>();
        for (NamedCsvRecord row : rows(csv)) {
            PaymentLine line = open.remove(row.getField("line").strip());
            if (line == null) {
                throw wrong(row);
            }
            answered.add(answer(line, row));
        }
        if (!open.isEmpty()) {
            throw new Problem(PaymentCode.PAYMENT_RETURN_FILE, Map.of("missing", open.size()));
        }
        return answered;
    }

    private static List<NamedCsvRecord> rows(String csv) {
        try {
            List<NamedCsvRecord> rows =
                    CsvReader.builder()
                            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                            .ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)
                            .stream()
                            .toList();
            if (rows.isEmpty() || !rows.getFirst().getHeader().equals(HEADER)) {
                throw new Problem(PaymentCode.PAYMENT_RETURN_FILE);
            }
            return rows;
        } catch (CsvParseException e) {
            throw new Problem(PaymentCode.PAYMENT_RETURN_FILE);
        }
    }

    private static PaymentLine answer(PaymentLine line, NamedCsvRecord row) {
        if (!Yuan.text(line.amount()).equals(row.getField("amount").strip())) {
            throw wrong(row);
        }
        String reason = PlainText.kept(row.getField("reason"));
        boolean explained = !reason.isEmpty() && PlainText.length(reason) <= LONGEST_REASON;
        String result = row.getField("result").strip();
        if (result.equals(PaymentResult.PAID.name())) {
            return line.answered(PaymentResult.PAID, null);
        }
        if (result.equals(PaymentResult.RETURNED.name()) && explained) {
            return line.answered(PaymentResult.RETURNED, reason);
        }
        throw wrong(row);
    }

    private static Problem wrong(NamedCsvRecord row) {
        return new Problem(
                PaymentCode.PAYMENT_RETURN_FILE, Map.of("row", row.getStartingLineNumber()));
    }
}
