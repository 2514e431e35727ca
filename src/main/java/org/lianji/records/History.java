package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Ids;
import org.lianji.upload.Columns;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.Finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All versions of one fact, oldest first; a newer observation supersedes an older one whichever
 * arrives first.
 */
final class History {

    /**
     * One version of a fact.
     *
     * @param id of this version, never given out
     * @param record identifier of the fact, the same for all its versions
     * @param observedAt when it was so
     * @param digest of its content
     * @param from first day on which it holds
     * @param validTo last day as contributed
     * @param formerly instants as they were digested, by name, where they were not yet kept in one
     *     form
     * @param row as it came, of a version not yet kept
     */
    record Version(
            String id,
            String record,
            Instant observedAt,
            String digest,
            LocalDate from,
            @Nullable LocalDate validTo,
            Map<String, OffsetDateTime> formerly,
            @Nullable Row row) {}

    private final List<Version> versions;
    private final @Nullable String keptNewest;
    private final String record;

    /**
     * @param record identifier of the fact where the graph has no version of it yet
     * @param kept versions in the graph, in any order
     */
    History(String record, List<Version> kept) {
        this.record = kept.isEmpty() ? record : kept.getFirst().record();
        versions = new ArrayList<>(kept);
        versions.sort(Comparator.comparing(Version::observedAt));
        keptNewest = versions.isEmpty() ? null : versions.getLast().id();
    }

    /**
     * Takes a row into the history, unless it is there already or contradicts a version of the same
     * instant.
     */
    Outcome add(Row row) {
        Instant observedAt = row.observedAt().toInstant();
        int at = versions.size();
        while (at > 0 && !versions.get(at - 1).observedAt().isBefore(observedAt)) {
            at--;
        }
        if (at < versions.size() && versions.get(at).observedAt().equals(observedAt)) {
            Version same = versions.get(at);
            return row.digest().isOf(same)
                    ? outcome(row, OutcomeKind.UNCHANGED, record, List.of())
                    : outcome(
                            row,
                            OutcomeKind.REJECTED,
                            null,
                            List.of(
                                    new Finding(
                                            ContributionCode.SAME_TIME_OTHER_CONTENT,
                                            Columns.OBSERVED_AT)));
        }
        boolean newest = at == versions.size();
        Version version =
                new Version(
                        Ids.next('R'),
                        record,
                        observedAt,
                        row.digest().text(),
                        row.from(),
                        row.validTo(),
                        Map.of(),
                        row);
        versions.add(at, version);
        OutcomeKind kind = newest ? OutcomeKind.ACCEPTED : OutcomeKind.SUPERSEDED;
        return outcome(row, kind, record, List.of());
    }

    private static Outcome outcome(
            Row row, OutcomeKind kind, @Nullable String record, List<Finding> findings) {
        return new Outcome(row.number(), row.recordNo(), kind, record, findings);
    }

    /** {@return whether there is more than one version} */
    boolean changes() {
        return versions.size() > 1;
    }

    /** {@return versions that the graph lacks} */
    List<Version> added() {
        return versions.stream().filter(version -> version.row() != null).toList();
    }

    /** {@return versions in the graph whose successor is new} */
    List<Version> redated() {
        List<Version> redated = new ArrayList<>();
        for (int i = 0; i + 1 < versions.size(); i++) {
            if (versions.get(i).row() == null && versions.get(i + 1).row() != null) {
                redated.add(versions.get(i));
            }
        }
        return redated;
    }

    /** {@return whether this version was the newest in the graph and is no longer} */
    boolean demoted(Version version) {
        return version.id().equals(keptNewest) && !newest(version);
    }

    boolean newest(Version version) {
        return versions.getLast() == version;
    }

    /**
     * {@return the day on which what the version says ends: its own, or where the next one begins}
     */
    @Nullable LocalDate end(Version version) {
        int at = versions.indexOf(version);
        LocalDate own = version.validTo();
        if (at + 1 == versions.size()) {
            return own;
        }
        LocalDate next = versions.get(at + 1).from();
        LocalDate end = own == null || next.isBefore(own) ? next : own;
        return end.isBefore(version.from()) ? version.from() : end;
    }
}
