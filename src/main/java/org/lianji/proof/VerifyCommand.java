package org.lianji.proof;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The verifier at the command line, which needs no hub: {@code verify chain.ndjson [--head
 * <date>=<hash>]...} for an exported chain, {@code verify --proof proof.json --head <date>=<hash>}
 * for one entry.
 */
public final class VerifyCommand {

    /** All is as it was sealed. */
    static final int WHOLE = 0;

    /** Something is wrong; the first of it is named. */
    static final int BROKEN = 1;

    /** Nothing could be checked: wrong arguments, or a file that can't be read. */
    static final int UNCHECKED = 2;

    private static final String USAGE =
            """
            verify <chain.ndjson> [--head <yyyy-MM-dd>=<hash>]...
            verify --proof <proof.json> --head <yyyy-MM-dd>=<hash>
            A head is 64 hexadecimal digits, one a day.
            Exit: 0 as it was sealed, 1 the first flaw is named, 2 could not be checked.\
            """;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Map<LocalDate, String> heads = new TreeMap<>();
    private String chain = "";
    private String proof = "";

    /**
     * {@return the exit code: 0 whole, 1 broken, 2 not checked}
     *
     * @param arguments behind the word {@code verify}
     */
    public static int run(String... arguments) {
        VerifyCommand command = new VerifyCommand();
        try {
            command.parse(List.of(arguments).iterator());
        } catch (IllegalArgumentException | NoSuchElementException | DateTimeException e) {
            return say(UNCHECKED, USAGE);
        }
        try {
            return command.check();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return say(UNCHECKED, "Could not be checked: " + e);
        }
    }

    private void parse(Iterator<String> words) {
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--head" -> keep(words.next());
                case "--proof" -> proof = once(proof, words.next());
                default -> chain = once(chain, word);
            }
        }
        if (proof.isEmpty() == chain.isEmpty()
                || chain.startsWith("-")
                || (chain.isEmpty() && heads.isEmpty())) {
            throw new IllegalArgumentException("neither a chain nor a proof");
        }
    }

    private static String once(String before, String word) {
        if (!before.isEmpty()) {
            throw new IllegalArgumentException("two files");
        }
        return word;
    }

    private void keep(String head) {
        String[] parts = head.split("=", 2);
        String hash = parts[parts.length - 1].toLowerCase(Locale.ROOT);
        if (!HASH.matcher(hash).matches()
                || heads.putIfAbsent(LocalDate.parse(parts[0]), hash) != null) {
            throw new IllegalArgumentException("not a head");
        }
    }

    private int check() throws IOException {
        return proof.isEmpty() ? checkChain(Path.of(chain)) : prove(Path.of(proof));
    }

    private int checkChain(Path file) throws IOException {
        Verifier verifier = new Verifier(heads);
        try (InputStream lines = new BufferedInputStream(Files.newInputStream(file))) {
            read(lines, verifier);
            return say(WHOLE, "As it was sealed: " + verifier.summary());
        } catch (Verifier.ChainDefect flaw) {
            return holdsLines(file)
                    ? say(BROKEN, "BROKEN at " + flaw.getMessage())
                    : say(UNCHECKED, file + " is not an exported chain: no line of it is one's");
        }
    }

    /** What has not a single line as the hub writes them is another file, or an answer cut off. */
    private static boolean holdsLines(Path file) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> CanonicalParser.line(line).isPresent());
        }
    }

    private int prove(Path file) throws IOException {
        CanonicalParser.ToldProof told = CanonicalParser.proof(Files.readString(file));
        return switch (told) {
            case CanonicalParser.ToldProof.IncompleteProof lacking ->
                    say(UNCHECKED, file + " is not a whole proof: " + lacking.what());
            case CanonicalParser.ToldProof.ChangedProof changed ->
                    say(BROKEN, "BROKEN at proof: " + changed.what());
            case CanonicalParser.ToldProof.Whole whole -> prove(whole.proof());
        };
    }

    private int prove(Proof told) {
        Day day = told.day();
        String head = heads.get(day.date());
        String flaw = told.flaw();
        if (!flaw.isEmpty()) {
            return say(BROKEN, "BROKEN at proof: " + flaw);
        }
        if (head == null) {
            return say(UNCHECKED, "The entry is of day %s: give its head".formatted(day.date()));
        }
        if (!day.hash().equals(head)) {
            return say(
                    BROKEN,
                    "BROKEN at proof: the head of day %s is not the one that was kept"
                            .formatted(day.date()));
        }
        return say(
                WHOLE,
                "The entry is on the chain: block %d, entry %d, day %s"
                        .formatted(told.block().height(), told.position(), day.date()));
    }

    /** Lines end with a line feed and nothing else, also the last. */
    static void read(InputStream chain, Verifier verifier)
            throws IOException, Verifier.ChainDefect {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = chain.read(); next >= 0; next = chain.read()) {
            if (next == '\n') {
                verifier.take(decoded(line.toByteArray()));
                line.reset();
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            verifier.take(decoded(line.toByteArray()) + "…");
        }
        verifier.end();
    }

    /** Bytes that are no UTF-8 become a text that no line has. */
    private static String decoded(byte[] line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static int say(int code, String text) {
        (code == WHOLE ? System.out : System.err).println(text);
        return code;
    }
}
