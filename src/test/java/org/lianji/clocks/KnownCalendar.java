package org.lianji.clocks;

/** The working days that the hub comes with, and the clocks of the law, for tests of flows. */
public final class KnownCalendar {

    public static final WorkCalendar DAYS = new WorkCalendar(new CalendarSettings(null, null));

    public static final Deadlines RULES = new Deadlines(DAYS, new CalendarSettings(null, null));

    private KnownCalendar() {}
}
