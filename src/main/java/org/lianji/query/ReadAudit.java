package org.lianji.query;

import org.lianji.access.ReadPurpose;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.compiler.CompiledStatement;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Writes down who looked at whom before an answer leaves, and who was refused. */
@Component
public class ReadAudit {

    private final AuditLog chain;

    ReadAudit(AuditLog chain) {
        this.chain = chain;
    }

    /**
     * @param caller who asks
     * @param reason why
     * @param document the question's text
     * @param export whether the answer leaves as a file
     */
    public record AuditedRequest(
            Caller caller, ReadPurpose reason, String document, boolean export) {

        public AuditedRequest(Caller caller, ReadPurpose reason, String document) {
            this(caller, reason, document, false);
        }

        private Kind kind() {
            if (export) {
                return Kind.EXPORT;
            }
            return reason.emergency() ? Kind.EMERGENCY : Kind.READ;
        }
    }

    /**
     * Returns once the look is durable.
     *
     * @throws Problem where it can't be written: no entry, no data
     */
    void looked(AuditedRequest asked, CompiledStatement compiled, StatementExecutor.Read read) {
        chain.append(looks(asked, compiled, read));
    }

    /** What was read of several in one statement, each for a reason of its own. */
    void append(List<Entry> entries) {
        chain.append(entries);
    }

    /** {@return what a look is written down as} */
    static List<Entry> looks(
            AuditedRequest asked, CompiledStatement compiled, StatementExecutor.Read read) {
        ShownPersons shown = ShownPersons.of(compiled, read.data());
        Set<String> seen = shown.seen();
        Set<String> denied = new LinkedHashSet<>();
        read.asked().stream()
                .filter(Objects::nonNull)
                .filter(token -> !seen.contains(token))
                .forEach(denied::add);
        List<Entry> entries = new ArrayList<>();
        ItemOwners owners = new ItemOwners(compiled, read.data());
        byWhatIsTold(owners, shown)
                .forEach(
                        (told, persons) -> entries.add(look(asked, compiled, told, persons, read)));
        boolean ofAnybody = !entries.isEmpty() || !denied.isEmpty();
        ItemOwners.Told nobody = owners.ofNobody(ofAnybody);
        if (!ofAnybody || !nobody.items().isEmpty()) {
            entries.add(look(asked, compiled, nobody, Set.of(), read));
        }
        if (!denied.isEmpty()) {
            entries.add(entry(asked, Kind.DENIAL, List.of(), compiled.names(), denied, read));
        }
        return entries;
    }

    /** Nobody is told of what was seen of somebody else. */
    private static Map<ItemOwners.Told, Set<String>> byWhatIsTold(
            ItemOwners owners, ShownPersons shown) {
        Map<ItemOwners.Told, Set<String>> groups = new LinkedHashMap<>();
        Stream.concat(shown.seen().stream(), shown.missing().stream())
                .forEach(
                        person ->
                                groups.computeIfAbsent(
                                                owners.told(person), _ -> new LinkedHashSet<>())
                                        .add(person));
        return groups;
    }

    private static Entry look(
            AuditedRequest asked,
            CompiledStatement compiled,
            ItemOwners.Told told,
            Set<String> persons,
            StatementExecutor.Read read) {
        List<String> agreements = compiled.agreements().stream().sorted().toList();
        return entry(asked, asked.kind(), agreements, told.items(), persons, read)
                .lacking(told.absent());
    }

    /**
     * Returns once it is durable that items were used in a statistic, which is about nobody.
     *
     * @throws Problem where it can't be written: no entry, no data
     */
    public void counted(AuditedRequest asked, CompiledStatement compiled) {
        chain.append(
                List.of(
                        entry(
                                asked,
                                Kind.STATISTICS,
                                compiled.agreements().stream().sorted().toList(),
                                compiled.names(),
                                Set.of(),
                                StatementExecutor.Read.NOTHING)));
    }

    /** Writes down a question that was refused before any data was touched. */
    public void refused(AuditedRequest asked, Problem why) {
        refused(asked, List.of(why));
    }

    /** Writes down the fields of a question that were so refused. */
    void refused(AuditedRequest asked, List<Problem> why) {
        chain.append(List.of(refusal(asked, why)));
    }

    /** {@return what a question that was refused is written down as} */
    static Entry refusal(AuditedRequest asked, List<Problem> why) {
        List<String> items =
                why.stream()
                        .flatMap(problem -> Stream.ofNullable(problem.details().get("item")))
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList();
        return entry(
                asked, Kind.DENIAL, List.of(), items, Set.of(), StatementExecutor.Read.NOTHING);
    }

    private static Entry entry(
            AuditedRequest asked,
            Kind kind,
            List<String> agreements,
            List<String> items,
            Set<String> subjects,
            StatementExecutor.Read read) {
        ReadPurpose reason = asked.reason();
        return new Entry(
                kind,
                asked.caller().department(),
                asked.caller().client(),
                reason.purpose() == null ? null : reason.purpose().name(),
                reason.basis(),
                agreements,
                items,
                List.copyOf(subjects),
                Digests.hex(asked.document()),
                read.shownFrom());
    }
}
