package org.lianji.families;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.selection.QueryCode;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What a board is about: of the caller's own region or one in it, since nobody is told of families
 * elsewhere, not even that there is none.
 *
 * @param own code of the caller's region, the city where a token names none
 * @param region code of the region that is asked about
 * @param exact whether each family counts: for officers of the department that leads; others are
 *     told of the months before, blurred
 */
public record BoardScope(String own, String region, boolean exact) {

    /** {@return the moment before which the months are over; null where it counts what is now} */
    public @Nullable ZonedDateTime before(Clock clock) {
        return exact ? null : LocalDate.now(clock).withDayOfMonth(1).atStartOfDay(clock.getZone());
    }

    /**
     * {@return the scope}
     *
     * @param asked code; null for the caller's own region
     * @param lead code of the department that leads
     * @throws Problem BOARD_REGION where there is none, or not in the caller's
     */
    public static BoardScope of(
            Caller caller, @Nullable String asked, String lead, Regions regions) {
        String own = caller.region().isEmpty() ? Regions.WHOLE.getLast() : caller.region();
        String region = asked == null ? own : asked;
        if (!regions.exists(region) || !region.startsWith(Regions.prefix(own))) {
            throw new Problem(QueryCode.BOARD_REGION);
        }
        return new BoardScope(
                own,
                region,
                caller.department().equals(lead)
                        && caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER));
    }
}
