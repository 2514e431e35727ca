package org.lianji.families;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a family was given (一户一条救助链), of the records that show to who asks.
 *
 * @param person token of whom it was asked about
 * @param household identifier of the family; null where none shows
 * @param members tokens of those whose records were read
 * @param day as of which
 * @param records all of them that show
 * @param complete whether these are all: no more of one person than one question reads
 */
record HelpChain(
        String person,
        @Nullable String household,
        List<String> members,
        LocalDate day,
        List<HelpRecord> records,
        boolean complete) {

    /** Shorter ones are those between two months of payment. */
    private static final int LEAST_DAYS = 31;

    /** When what goes on ends. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final List<HelpSource.Form> HOLDING =
            List.of(HelpSource.Form.CONTINUING, HelpSource.Form.RECOGNITION);

    private static final Comparator<HelpRecord> NEWEST_FIRST =
            Comparator.comparing(
                            HelpRecord::from,
                            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                    .thenComparing(HelpRecord::source)
                    .thenComparing(record -> String.valueOf(record.recordNo()));

    /**
     * A time in which a family that had been helped, or recognised, was neither.
     *
     * @param from first day
     * @param to last day; null while it lasts
     */
    record Gap(LocalDate from, @Nullable LocalDate to) {}

    /**
     * Help that a person has twice, and should have once.
     *
     * @param person token
     * @param reason why it should be once
     */
    record Duplicate(String person, Reason reason, List<HelpRecord> records) {

        Duplicate {
            records = List.copyOf(records);
        }
    }

    /** Why two helps of a person are one too many. */
    enum Reason {
        SAME_HELP_TWICE,
        DIBAO_AND_TEKUN,
        NURSING_TWICE
    }

    HelpChain {
        members = List.copyOf(members);
        records = List.copyOf(records);
    }

    /** {@return what was given or recognised up to the day, the newest first} */
    public List<HelpRecord> helps() {
        return records.stream()
                .filter(one -> one.source().helps())
                .filter(one -> one.from() == null || !one.from().isAfter(day))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    public List<GroupMembership> groups() {
        return GroupMembership.on(day, records);
    }

    /** {@return the first of the layers to which one of its groups belongs} */
    public @Nullable AssistanceLayer layer() {
        return groups().stream()
                .map(one -> one.group().layer())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** {@return when the family had no continuing help, after it had had some} */
    public List<Gap> gaps() {
        List<HelpRecord> held =
                helps().stream()
                        .filter(one -> one.from() != null && HOLDING.contains(one.source().form()))
                        .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.from())))
                        .toList();
        List<Gap> gaps = new ArrayList<>();
        LocalDate end = null;
        for (HelpRecord one : held) {
            LocalDate from = Objects.requireNonNull(one.from());
            if (end != null && end.plusDays(LEAST_DAYS).isBefore(from)) {
                gaps.add(new Gap(end.plusDays(1), from.minusDays(1)));
            }
            LocalDate to = one.to() == null ? NEVER : one.to();
            end = end == null || end.isBefore(to) ? to : end;
        }
        if (end != null && end.isBefore(day)) {
            gaps.add(new Gap(end.plusDays(1), null));
        }
        return gaps;
    }

    /** {@return what somebody of the family has twice on the day} */
    public List<Duplicate> duplicates() {
        List<HelpRecord> now =
                helps().stream()
                        .filter(one -> one.source().form() == HelpSource.Form.CONTINUING)
                        .filter(one -> one.on(day))
                        .toList();
        List<Duplicate> duplicates = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            for (HelpRecord other : now.subList(i + 1, now.size())) {
                HelpRecord one = now.get(i);
                if (one.person().equals(other.person())) {
                    reason(one, other)
                            .map(why -> new Duplicate(one.person(), why, List.of(one, other)))
                            .forEach(duplicates::add);
                }
            }
        }
        return duplicates;
    }

    private static Stream<Reason> reason(HelpRecord one, HelpRecord other) {
        if (one.source() == other.source()) {
            return Objects.equals(one.kind(), other.kind())
                    ? Stream.of(Reason.SAME_HELP_TWICE)
                    : Stream.empty();
        }
        List<HelpSource> both = Stream.of(one, other).map(HelpRecord::source).sorted().toList();
        if (both.equals(List.of(HelpSource.MZ01, HelpSource.MZ02))) {
            return Stream.of(Reason.DIBAO_AND_TEKUN);
        }
        boolean nursing = "NURSING".equals(one.kind()) && "NURSING".equals(other.kind());
        return nursing && both.equals(List.of(HelpSource.MZ08, HelpSource.MZ09))
                ? Stream.of(Reason.NURSING_TWICE)
                : Stream.empty();
    }
}
