package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.lianji.eligibility.ReliefCaps;
import org.lianji.items.Yuan;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.texts.PlainText;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * How much may be given: of first help at most a month's minimum-living standard, of what the
 * county lets be given beyond so many of them, and more where a case conference has decided so, as
 * much as it has decided (民政部、财政部关于进一步健全完善临时救助制度的意见, 2026).
 */
@Component
final class ReliefLimits {

    private static final int IN_TIME_DAYS = 3;
    private static final int MOST_MONTHS = 6;

    private final ReliefCaps caps;
    private final ReliefInput input;
    private final Clock clock;

    ReliefLimits(ReliefCaps caps, ReliefInput input, Clock clock) {
        this.caps = caps;
        this.input = input;
        this.clock = clock;
    }

    /**
     * {@return the case, with the help that was given}
     *
     * @param note why it was late; null where nobody says
     * @param amount in fen; null where goods alone were given
     * @throws Problem RELIEF_LATE, RELIEF_OVER_STANDARD
     */
    ReliefCase given(
            ReliefCase relief,
            @Nullable String note,
            @Nullable Long amount,
            @Nullable String goods,
            @Nullable String givenAt) {
        ZonedDateTime at = input.at(givenAt, "givenAt", relief.found().foundAt());
        if (at.toLocalDate().isAfter(relief.found().foundAt().toLocalDate().plusDays(IN_TIME_DAYS))
                && (note == null || PlainText.isBlank(note))) {
            throw new Problem(ReliefCode.RELIEF_LATE);
        }
        Long approved = relief.cap().approved();
        long most = approved == null ? standard(relief, at.toLocalDate()) : approved;
        if (amount != null && amount > most) {
            throw new Problem(ReliefCode.RELIEF_OVER_STANDARD, Map.of("max", Yuan.text(most)));
        }
        return relief.with(new ReliefCase.Help(amount, goods, at, amount, 1));
    }

    /**
     * {@return the case, of which the county lets so much be given in all}
     *
     * @param amount in fen
     * @throws Problem RELIEF_OVER_CAP
     */
    ReliefCase approved(ReliefCase relief, long amount, Caller county) {
        LocalDate today = LocalDate.now(clock);
        long standard = standard(relief, today);
        long least = Math.max(standard, relief.help().total());
        ReliefCaps.Cap cap = caps.of(relief.id(), relief.found().places(), today);
        long most = cap.most();
        if (amount <= least || amount > most) {
            throw new Problem(
                    ReliefCode.RELIEF_OVER_CAP,
                    Map.of("least", Yuan.text(least), "max", Yuan.text(most)));
        }
        return relief.with(new ReliefCase.Cap(amount, county.client(), cap.rule()));
    }

    /**
     * {@return the case, of which another part was paid}
     *
     * @param amount of the part, in fen
     * @throws Problem RELIEF_OVER_APPROVED, RELIEF_PARTS_OVER
     */
    ReliefCase paid(ReliefCase relief, long amount) {
        Long approved = relief.cap().approved();
        long left = approved == null ? 0 : approved - relief.help().total();
        if (amount > left) {
            throw new Problem(ReliefCode.RELIEF_OVER_APPROVED, Map.of("max", Yuan.text(left)));
        }
        if (LocalDate.now(clock).isAfter(relief.givenAt().toLocalDate().plusMonths(MOST_MONTHS))) {
            throw new Problem(ReliefCode.RELIEF_PARTS_OVER);
        }
        return relief.with(relief.help().more(amount));
    }

    private long standard(ReliefCase relief, LocalDate day) {
        return caps.standard(relief.found().places(), day);
    }
}
