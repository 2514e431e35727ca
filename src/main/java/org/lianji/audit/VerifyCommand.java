package org.lianji.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

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
            Exit: 0 as it was sealed, 1 the first flaw is named, 2 could not be checked.\
            """;

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
        } catch (IOException e) {
            return say(UNCHECKED, "Can't be read: " + e);
        }
    }

    private void parse(Iterator<String> words) {
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--head" -> keep(words.next());
                case "--proof" -> proof = words.next();
                default -> chain = word;
            }
        }
        if (proof.isEmpty() == chain.isEmpty()
                || chain.startsWith("-")
                || (chain.isEmpty() && heads.isEmpty())) {
            throw new IllegalArgumentException("neither a chain nor a proof");
        }
    }

    private void keep(String head) {
        String[] parts = head.split("=", 2);
        heads.put(LocalDate.parse(parts[0]), parts.length == 2 ? parts[1] : "");
    }

    private int check() throws IOException {
        if (!proof.isEmpty()) {
            return prove(Files.readString(Path.of(proof)));
        }
        Verifier verifier = new Verifier(heads);
        try (InputStream lines = new BufferedInputStream(Files.newInputStream(Path.of(chain)))) {
            read(lines, verifier);
            return say(WHOLE, "As it was sealed: " + verifier.summary());
        } catch (Verifier.Flaw flaw) {
            return say(BROKEN, "BROKEN at " + flaw.getMessage());
        }
    }

    private int prove(String text) {
        Proof told = Texts.proof(text).orElse(null);
        if (told == null) {
            return say(BROKEN, "BROKEN at proof: it is not as the hub writes it");
        }
        String flaw = told.flaw();
        if (flaw.isEmpty() && !told.day().hash().equals(heads.get(told.day().date()))) {
            flaw = "the head of day " + told.day().date() + " is not the one that was kept";
        }
        return flaw.isEmpty()
                ? say(
                        WHOLE,
                        "The entry is on the chain: block %d, entry %d, day %s"
                                .formatted(
                                        told.block().height(), told.position(), told.day().date()))
                : say(BROKEN, "BROKEN at proof: " + flaw);
    }

    /** Lines end with a line feed and nothing else, also the last. */
    static void read(InputStream chain, Verifier verifier) throws IOException, Verifier.Flaw {
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
