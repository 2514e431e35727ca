package org.lianji.demo;

import org.lianji.means.OutsideAnswer;
import org.lianji.means.OutsideInquiry;
import org.lianji.means.OutsideKind;
import org.lianji.means.OutsideSource;
import org.lianji.platform.Digests;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A source outside that there isn't: what it says of somebody hangs on their number alone, so that
 * a demo tells the same each time. Most have little; one in twenty has money in a bank, and one in
 * forty has shares. Wallets of one in fifteen are unknown to it. An insurer is away when it is
 * first asked about one family in five.
 */
final class SimulatedSource implements OutsideSource {

    private static final int LIMIT = 6_000_000;
    private static final int LITTLE = 300_000;
    private static final int LITTLER = 30_000;
    private static final int YEAR = 900_000;
    private static final int WITH_MONEY = 20;
    private static final int WITH_SHARES = 40;
    private static final int WITH_POLICY = 3;
    private static final int WITH_INCOME = 4;
    private static final int UNKNOWN = 15;
    private static final int AWAY = 5;
    private static final int HEX = 16;
    private static final int DIGITS = 7;

    private final OutsideKind kind;
    private final Clock clock;
    private final Set<String> asked = new HashSet<>();

    SimulatedSource(OutsideKind kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    @Override
    public OutsideKind kind() {
        return kind;
    }

    @Override
    public OutsideAnswer ask(OutsideInquiry inquiry) throws IOException {
        List<OutsideInquiry.Subject> persons = inquiry.persons();
        if (kind == OutsideKind.INSURANCE
                && first(inquiry.requestNo())
                && persons.stream().anyMatch(one -> drawn(one) % AWAY == 0)) {
            throw new IOException("simulated to be away");
        }
        return new OutsideAnswer(
                persons.stream()
                        .filter(
                                one ->
                                        kind != OutsideKind.PAYMENT_INSTITUTION
                                                || drawn(one) % UNKNOWN != 0)
                        .map(
                                one ->
                                        new OutsideAnswer.PersonSum(
                                                one.ref(), fen(drawn(one)), LocalDate.now(clock)))
                        .toList());
    }

    private synchronized boolean first(String request) {
        return asked.add(request);
    }

    private int drawn(OutsideInquiry.Subject one) {
        return Integer.parseInt(Digests.hex(kind + " " + one.idNumber()).substring(0, DIGITS), HEX);
    }

    private long fen(int drawn) {
        return switch (kind) {
            case BANK -> drawn % LITTLE + (drawn % WITH_MONEY == 0 ? LIMIT : 0);
            case SECURITIES -> drawn % WITH_SHARES == 0 ? LIMIT + drawn % LITTLE : 0;
            case INSURANCE -> drawn % WITH_POLICY == 0 ? drawn % LITTLE : 0;
            case PAYMENT_INSTITUTION -> drawn % LITTLER;
            case TAX -> drawn % WITH_INCOME == 0 ? drawn % YEAR : 0;
        };
    }
}
