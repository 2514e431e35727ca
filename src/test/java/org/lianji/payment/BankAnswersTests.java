package org.lianji.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.platform.Problem;

import java.util.List;

/** The bank's file is taken whole, or not at all. */
class BankAnswersTests {

    private static final List<PaymentLine> LINES =
            List.of(
                    line(1, 61_550, PaymentChange.FIRST),
                    line(2, 0, PaymentChange.STOPPED),
                    line(3, 40_000, PaymentChange.UNCHANGED));

    private static PaymentLine line(int number, long amount, PaymentChange change) {
        return new PaymentLine(
                number, "S" + number, "150924106001", "2026-12", amount, 0, change, null, null);
    }

    @Test
    void saysOfEachLineWhetherItWasPaid() {
        List<PaymentLine> answered =
                BankAnswers.read(
                        """
                        line,amount,result,reason
                        3,400.00,RETURNED,账户已销户
                        1,615.50,PAID,
                        """,
                        LINES);
        assertThat(answered.stream().map(PaymentLine::result).toList())
                .containsExactly(PaymentResult.RETURNED, PaymentResult.PAID);
        assertThat(answered.getFirst().reason()).isEqualTo("账户已销户");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    1,615.50,PAID,|3,400.00,PAID,|1,615.50,PAID, ; PAYMENT_RETURN_ROW     ; {column=line, row=4}
                    1,615.50,PAID,|2,0.00,PAID,|3,400.00,PAID,   ; PAYMENT_RETURN_ROW     ; {column=line, row=3}
                    1,615.50,PAID,|3,400.01,PAID,                ; PAYMENT_RETURN_ROW     ; {column=amount, row=3}
                    1,615.50,paid,|3,400.00,PAID,                ; PAYMENT_RETURN_ROW     ; {column=result, row=2}
                    1,615.50,PAID,|3,400.00,RETURNED,            ; PAYMENT_RETURN_ROW     ; {column=reason, row=3}
                    1,615.50,PAID,|3,400.00,MAYBE,x              ; PAYMENT_RETURN_ROW     ; {column=result, row=3}
                    1,615.50,PAID,                               ; PAYMENT_RETURN_MISSING ; {line=3, missing=1}
                    3,400.00,PAID,                               ; PAYMENT_RETURN_MISSING ; {line=1, missing=1}
                    1,615.50,PAID|3,400.00,PAID,                 ; PAYMENT_RETURN_CSV     ; {row=2}
                    1,615.50,PAID,|3,400.00,PAID                 ; PAYMENT_RETURN_CSV     ; {row=3}
                    1,615.50,PAID|3,400.00,PAID                  ; PAYMENT_RETURN_CSV     ; {row=2}
                    """)
    void saysWhereALineIsMissingTwiceOrAnotherAndTakesNothing(
            String rows, PaymentCode code, String details) {
        refused("line,amount,result,reason\n" + rows.replace('|', '\n') + "\n", code, details);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "line,amount,result,reason\n",
                "line,amount,state,reason\n1,615.50,PAID,\n3,400.00,PAID,\n"
            })
    void isRefusedWhereItIsNoSuchFile(String file) {
        refused(file, PaymentCode.PAYMENT_RETURN_FILE, "{}");
    }

    @Test
    void hasNoRowWhereNothingIsPaid() {
        List<PaymentLine> ended = LINES.stream().filter(line -> line.amount() == 0).toList();

        assertThat(ended).isNotEmpty();
        assertThat(BankAnswers.read("line,amount,result,reason\n", ended)).isEmpty();
    }

    private static void refused(String file, PaymentCode code, String details) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> BankAnswers.read(file, LINES))
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo(code);
                            assertThat(problem.details()).hasToString(details);
                        });
    }
}
