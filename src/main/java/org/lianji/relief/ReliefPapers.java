package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What is kept sealed of a case: how somebody without identity was described, and which papers came
 * after the help. Each reading of it stands on the chain, and near relatives read nothing of it.
 */
@Component
final class ReliefPapers {

    private static final int MOST = 20;
    private static final int LONGEST_REFERENCE = 100;

    /** Places among the texts of a case; of the papers the first, the others lie below. */
    private static final long DESCRIPTION = 0;

    private static final long PAPERS = -1;

    private final SealedTexts texts;
    private final AuditLog chain;
    private final Clock clock;

    ReliefPapers(SealedTexts texts, AuditLog chain, Clock clock) {
        this.texts = texts;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * A paper that came in.
     *
     * @param reference its number, or where it is kept
     * @param sha256 digest of it as it was scanned
     */
    record PaperInput(String reference, String sha256) {}

    /**
     * A paper as it is shown.
     *
     * @param reference null where the key is lost
     */
    record ReliefPaper(@Nullable String reference, String sha256) {}

    /** {@return the description, sealed} */
    String describe(String id, String description) {
        return texts.close(ReliefCase.class, id, DESCRIPTION, description);
    }

    /**
     * {@return what makes the papers of a case complete}
     *
     * @throws Problem RELIEF_PAPERS
     */
    UnaryOperator<ReliefCase> received(String id, List<PaperInput> received) {
        List<String> digests =
                received.stream()
                        .map(one -> Texts.digest(one.sha256(), ReliefCode.RELIEF_PAPERS))
                        .distinct()
                        .toList();
        if (received.isEmpty() || received.size() > MOST || digests.size() < received.size()) {
            throw new Problem(ReliefCode.RELIEF_PAPERS);
        }
        List<String> references =
                IntStream.range(0, received.size())
                        .mapToObj(i -> sealed(id, i, received.get(i).reference()))
                        .toList();
        ReliefCase.Papers papers = new ReliefCase.Papers(references, digests, LocalDate.now(clock));
        return relief -> relief.with(papers);
    }

    private String sealed(String id, int number, String reference) {
        return texts.close(
                ReliefCase.class,
                id,
                PAPERS - number,
                Prose.readable(
                        "reference",
                        BasisInput.text("reference", reference, 1, LONGEST_REFERENCE)));
    }

    /** {@return how each person without identity was described} */
    Map<ReliefCase, String> descriptions(Caller caller, List<ReliefCase> some) {
        Map<ReliefCase, String> read = new HashMap<>();
        for (ReliefCase one :
                looked(caller, some, "description", one -> one.about().description() != null)) {
            String description =
                    texts.open(ReliefCase.class, one.id(), DESCRIPTION, one.about().description());
            if (description != null) {
                read.put(one, description);
            }
        }
        return read;
    }

    /** {@return the papers of each case, in the order in which they were given} */
    List<List<ReliefPaper>> of(Caller caller, List<ReliefCase> some) {
        List<ReliefCase> looked =
                looked(caller, some, "papers", one -> !one.papers().paperDigests().isEmpty());
        return some.stream()
                .map(one -> looked.contains(one) ? papers(one) : List.<ReliefPaper>of())
                .toList();
    }

    private List<ReliefPaper> papers(ReliefCase relief) {
        List<String> references = relief.papers().paperReferences();
        List<String> digests = relief.papers().paperDigests();
        return IntStream.range(0, digests.size())
                .mapToObj(
                        i ->
                                new ReliefPaper(
                                        texts.open(
                                                ReliefCase.class,
                                                relief.id(),
                                                PAPERS - i,
                                                references.get(i)),
                                        Objects.requireNonNull(digests.get(i))))
                .toList();
    }

    /** {@return those of which something leaves, on the chain before it does} */
    private List<ReliefCase> looked(
            Caller caller, List<ReliefCase> some, String what, Predicate<ReliefCase> kept) {
        List<ReliefCase> open =
                some.stream()
                        .filter(kept)
                        .filter(one -> !Kinship.keepsOff(one.about().kin(), caller))
                        .toList();
        chain.append(
                open.stream()
                        .map(
                                one ->
                                        ReliefEntries.of(
                                                caller,
                                                Kind.READ,
                                                one.about().person(),
                                                one.basis(),
                                                one.id() + " " + what))
                        .toList());
        return open;
    }
}
