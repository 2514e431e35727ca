package org.lianji.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(
            strings = {
                "",
                "line,amount,result,reason\n",
                "line,amount,result,reason\n1,615.50,PAID,\n",
                "line,amount,result,reason\n1,615.50,PAID,\n3,400.00,PAID,\n1,615.50,PAID,\n",
                "line,amount,result,reason\n1,615.50,PAID,\n2,0.00,PAID,\n3,400.00,PAID,\n",
                "line,amount,result,reason\n1,615.50,PAID,\n3,400.01,PAID,\n",
                "line,amount,result,reason\n1,615.50,PAID,\n3,400.00,RETURNED,\n",
                "line,amount,result,reason\n1,615.50,PAID,\n3,400.00,MAYBE,x\n",
                "line,amount,result,reason\n1,615.50,PAID\n3,400.00,PAID,\n",
                "line,amount,state,reason\n1,615.50,PAID,\n3,400.00,PAID,\n"
            })
    void isRefusedWhereALineIsMissingTwiceOrAnother(String file) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> BankAnswers.read(file, LINES))
                .satisfies(
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo(PaymentCode.PAYMENT_RETURN_FILE));
    }
}
