package org.lianji.families;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a family is in one of the monitored groups.
 *
 * @param person whose record says so
 * @param since first day
 * @param until last day; null while it goes on
 * @param record that says so
 */
record GroupMembership(
        MonitoredGroup group,
        String person,
        LocalDate since,
        @Nullable LocalDate until,
        HelpRecord record) {

    private static final int WATCHED_MONTHS = 24;

    /** {@return in which groups a family is on the day, by what the records say} */
    static List<GroupMembership> on(LocalDate day, List<HelpRecord> records) {
        return records.stream()
                .flatMap(
                        record ->
                                Stream.concat(
                                        direct(record, day, records), left(record, day, records)))
                .filter(one -> one.on(day))
                .sorted(
                        Comparator.comparing(GroupMembership::group)
                                .thenComparing(GroupMembership::since))
                .toList();
    }

    /** {@return whether records of the source may say that a family is in a group} */
    static boolean comesOf(HelpSource source) {
        return source == HelpSource.MZ12 || of(source).isPresent();
    }

    /** {@return whether records of the source may say that a family is, or is not, in the group} */
    static boolean makes(HelpSource source, MonitoredGroup group) {
        return switch (group) {
            case REFUSED_APPLICANT -> source == HelpSource.MZ12 || basic(source);
            case EXITED_LT_2Y -> basic(source);
            default -> of(source).filter(group::equals).isPresent();
        };
    }

    private boolean on(LocalDate day) {
        return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }

    private static Stream<GroupMembership> direct(
            HelpRecord record, LocalDate day, List<HelpRecord> records) {
        if (record.source() == HelpSource.MZ12) {
            return refused(record, day, records);
        }
        return of(record.source())
                .flatMap(group -> of(group, record, record.from(), record.to()))
                .stream();
    }

    /**
     * Who was above the limits may fall below them: as long as those who left are watched. A family
     * that is helped, or was when its means were checked, was not refused by that check.
     */
    private static Stream<GroupMembership> refused(
            HelpRecord record, LocalDate day, List<HelpRecord> records) {
        LocalDate from = record.from();
        return from == null
                        || !"OVER_LIMITS".equals(record.state())
                        || records.stream()
                                .anyMatch(one -> basic(one) && (one.on(day) || one.on(from)))
                ? Stream.empty()
                : of(
                        MonitoredGroup.REFUSED_APPLICANT,
                        record,
                        from,
                        from.plusMonths(WATCHED_MONTHS).minusDays(1))
                        .stream();
    }

    /** For 24 months after minimum living or extreme hardship, unless it is back. */
    private static Stream<GroupMembership> left(
            HelpRecord record, LocalDate day, List<HelpRecord> records) {
        LocalDate to = record.to();
        if (to == null
                || !basic(record)
                || records.stream().anyMatch(one -> basic(one) && one.on(day))) {
            return Stream.empty();
        }
        return of(
                MonitoredGroup.EXITED_LT_2Y, record, to.plusDays(1), to.plusMonths(WATCHED_MONTHS))
                .stream();
    }

    private static boolean basic(HelpRecord record) {
        return basic(record.source());
    }

    private static boolean basic(HelpSource source) {
        return source == HelpSource.MZ01 || source == HelpSource.MZ02;
    }

    private static Optional<GroupMembership> of(
            MonitoredGroup group,
            HelpRecord record,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        return Optional.ofNullable(since)
                .map(day -> new GroupMembership(group, record.person(), day, until, record));
    }

    private static Optional<MonitoredGroup> of(HelpSource source) {
        return switch (source) {
            case MZ01 -> Optional.of(MonitoredGroup.DIBAO);
            case MZ02 -> Optional.of(MonitoredGroup.TEKUN);
            case MZ03 -> Optional.of(MonitoredGroup.MARGIN);
            case MZ04 -> Optional.of(MonitoredGroup.RIGID);
            case NM01 -> Optional.of(MonitoredGroup.POVERTY_RETURN);
            case MZ07 -> Optional.of(MonitoredGroup.OTHER);
            default -> Optional.empty();
        };
    }
}
