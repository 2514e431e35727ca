package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what workers say of a relief case, and refuses what does not fit. */
@Component
final class ReliefInput {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._@-]{1,100}");
    private static final int OLDEST_DAYS = 60;
    private static final int TOLERANCE_MINUTES = 5;
    private static final long MOST_FEN = 100_000_000;

    private final Values values;
    private final People people;
    private final Regions regions;
    private final Clock clock;

    ReliefInput(Values values, People people, Regions regions, Clock clock) {
        this.values = values;
        this.people = people;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * {@return codes of the place, its township and its county}
     *
     * @throws Problem RELIEF_PLACE where the caller doesn't look after it
     */
    List<String> places(Caller caller, String region) {
        if (!isTownshipOrBelow(region)) {
            throw new Problem(ReliefCode.RELIEF_PLACE);
        }
        List<String> places = Regions.upToCounty(region);
        if (!places.contains(caller.region())) {
            throw new Problem(ReliefCode.RELIEF_PLACE);
        }
        return places;
    }

    /** {@return whether it is a township, whose county the caller looks after} */
    boolean isTownshipOf(Caller caller, String region) {
        return isTownshipOrBelow(region)
                && region.equals(Regions.township(region))
                && Regions.county(region).equals(caller.region());
    }

    private boolean isTownshipOrBelow(String region) {
        return regions.exists(region)
                && !regions.whole(region)
                && !region.equals(Regions.county(region));
    }

    Identity identity(String number) {
        return people.identity(
                (String) values.required(ItemType.Scalar.ID_NUMBER, number, "idNumber"));
    }

    /** {@return the account of a worker, other than of who reported it} */
    String another(String opener, String account) {
        if (!ACCOUNT.matcher(account).matches() || account.equalsIgnoreCase(opener)) {
            throw new Problem(ReliefCode.SECOND_WORKER);
        }
        return account;
    }

    /**
     * {@return the time, within the last days and not before another; now where none is given}
     *
     * @param earliest that it must not be before; null for any
     */
    ZonedDateTime at(@Nullable String given, String argument, @Nullable ZonedDateTime earliest) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime at =
                given == null
                        ? now
                        : ((OffsetDateTime)
                                        values.required(ItemType.Scalar.DATE_TIME, given, argument))
                                .atZoneSameInstant(clock.getZone());
        if (at.isAfter(now.plusMinutes(TOLERANCE_MINUTES))
                || at.isBefore(now.minusDays(OLDEST_DAYS))
                || earliest != null && at.isBefore(earliest)) {
            throw new Problem(ReliefCode.FOUND_AT);
        }
        return at;
    }

    /** {@return an amount above nought, in fen} */
    long amount(String given) {
        long fen = (Long) values.required(ItemType.Scalar.MONEY, given, "amount");
        if (fen <= 0 || fen > MOST_FEN) {
            throw new Problem(ReliefCode.FUND_AMOUNT);
        }
        return fen;
    }

    /** {@return cash that was counted, in fen} */
    long cash(String given) {
        long fen = (Long) values.required(ItemType.Scalar.MONEY, given, "cash");
        if (fen < 0 || fen > MOST_FEN) {
            throw new Problem(ReliefCode.FUND_AMOUNT);
        }
        return fen;
    }
}
