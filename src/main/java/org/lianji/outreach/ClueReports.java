package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.procedure.Progress;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was seen: judged, sealed, and read again. A number leads to the person by its keyed hash, of
 * whoever the graph knows or comes to know; it is kept nowhere else.
 */
@Component
final class ClueReports {

    private static final int MOST_STATEMENTS = 20;
    private static final int LONGEST_NAME = 50;

    /** Place of the name among the sealed texts; statements stand at 0 and below. */
    private static final long NAME = -MOST_STATEMENTS;

    private final Values values;
    private final People people;
    private final Regions regions;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final ClueEntries entries;

    ClueReports(
            Values values,
            People people,
            Regions regions,
            SealedTexts texts,
            AuditLog chain,
            ClueEntries entries) {
        this.values = values;
        this.people = people;
        this.regions = regions;
        this.texts = texts;
        this.chain = chain;
        this.entries = entries;
    }

    /**
     * What somebody says they saw, at first or later.
     *
     * @param what they saw; missing where only other things are added
     */
    record Observation(
            @Nullable String what,
            Clue.@Nullable Distress distress,
            @Nullable Boolean childAtRisk,
            @Nullable String idNumber,
            @Nullable String personName) {}

    /** The same, judged. */
    record CheckedReport(
            @Nullable String what,
            Clue.@Nullable Distress distress,
            boolean childAtRisk,
            @Nullable Identity identity,
            @Nullable String personName) {}

    /**
     * What there is to read.
     *
     * @param statements the oldest first
     * @param personName as it was said
     */
    record Content(List<String> statements, @Nullable String personName) {}

    /**
     * {@return what was said, judged}
     *
     * @throws Problem where nothing was, or what was is none
     */
    CheckedReport checked(Observation said) {
        CheckedReport checked =
                new CheckedReport(
                        said.what() == null ? null : Texts.required("what", said.what()),
                        said.distress(),
                        Boolean.TRUE.equals(said.childAtRisk()),
                        said.idNumber() == null ? null : identity(said.idNumber()),
                        said.personName() == null ? null : name(said.personName()));
        if (checked.equals(new CheckedReport(null, null, false, null, null))) {
            throw new Problem(OutreachCode.NOTHING_ADDED);
        }
        return checked;
    }

    private Identity identity(String number) {
        return people.identity(
                (String) values.required(ItemType.Scalar.ID_NUMBER, number, "idNumber"));
    }

    private static String name(String given) {
        return Prose.readable("personName", BasisInput.text("personName", given, 1, LONGEST_NAME));
    }

    /**
     * {@return codes of the regions that the place lies in, itself the first}
     *
     * @throws Problem NO_SUCH_PLACE where nobody in the city could be sent there
     */
    List<String> places(String region) {
        if (!regions.exists(region) || regions.whole(region)) {
            throw new Problem(OutreachCode.NO_SUCH_PLACE);
        }
        return Regions.upToProvince(region);
    }

    /** {@return a clue that begins with what was said} */
    Clue clue(
            Progress<ClueState> begun,
            List<String> places,
            CheckedReport said,
            Clue.Reporter reporter,
            Clue.Handler handler) {
        Clue empty =
                new Clue(
                        begun,
                        new Clue.Seen(places, List.of(), null, false),
                        new Clue.About(null, null, null, null),
                        reporter,
                        handler,
                        null);
        return completed(empty, said);
    }

    /** {@return the clue with what was added; what is said anew stands for what was said before} */
    Clue completed(Clue clue, CheckedReport said) {
        return clue.completed(seen(clue, said), about(clue, said));
    }

    private Clue.Seen seen(Clue clue, CheckedReport said) {
        List<String> before = clue.seen().statements();
        if (said.what() != null && before.size() == MOST_STATEMENTS) {
            throw new Problem(OutreachCode.CLUE_FULL);
        }
        return new Clue.Seen(
                clue.seen().places(),
                Stream.concat(
                                before.stream(),
                                Stream.ofNullable(said.what())
                                        .map(what -> sealed(clue, -before.size(), what)))
                        .toList(),
                said.distress() == null ? clue.seen().distress() : said.distress(),
                clue.seen().childAtRisk() || said.childAtRisk());
    }

    private Clue.About about(Clue clue, CheckedReport said) {
        Clue.About before = clue.about();
        Identity identity = said.identity();
        String name = said.personName();
        return new Clue.About(
                name == null ? before.personName() : sealed(clue, NAME, name),
                identity == null ? before.identity() : identity.hash(),
                identity == null ? before.person() : people.of(identity.number()).orElse(null),
                before.warning());
    }

    private String sealed(Clue clue, long place, String text) {
        return texts.close(Clue.class, clue.id(), place, text);
    }

    /** {@return what there is to read of each, on the chain before it leaves} */
    List<Content> read(Caller caller, List<Clue> clues) {
        chain.append(
                clues.stream().map(clue -> entries.of(caller, Kind.READ, clue, "report")).toList());
        return clues.stream().map(this::content).toList();
    }

    private Content content(Clue clue) {
        List<String> statements = clue.seen().statements();
        return new Content(
                IntStream.range(0, statements.size())
                        .mapToObj(i -> opened(clue, -i, statements.get(i)))
                        .flatMap(Optional::stream)
                        .toList(),
                opened(clue, NAME, clue.about().personName()).orElse(null));
    }

    private Optional<String> opened(Clue clue, long place, @Nullable String sealed) {
        return Optional.ofNullable(texts.open(Clue.class, clue.id(), place, sealed));
    }
}
