package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.proof.Canonical;
import org.lianji.proof.Merkle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of the chain: who did what about whom, for what (政务数据共享条例 §29; 个人信息保护法 §§54-55). Names
 * and digests, never a value. What a caller wrote freely and is neither a purpose nor an identifier
 * is not kept: it could hold anything.
 *
 * @param kind what was done
 * @param department code of the department, a charity's unified code, or empty
 * @param client the client whose token was used
 * @param purpose letter of the purpose that was stated
 * @param basis identifier of the case, warning, plan, run or order that was stated
 * @param agreements under which it was done, as {@code <id>@<version>}
 * @param items what was asked and granted, or refused, as {@code GA01.name} or {@code GA01}
 * @param subjects tokens of the persons who were seen or, for a denial, asked for
 * @param digest SHA-256, in hexadecimal, of the document or the content
 * @param shownFrom withheld from the person until then, for safeguarding; none is at once
 * @param act what was done with a basis, where the kind does not tell
 * @param absent what was asked and granted, and of which there was nothing
 */
public record Entry(
        Kind kind,
        String department,
        String client,
        @Nullable String purpose,
        @Nullable String basis,
        List<String> agreements,
        List<String> items,
        List<String> subjects,
        String digest,
        @Nullable Instant shownFrom,
        @Nullable Act act,
        List<String> absent) {

    private static final Pattern PURPOSE = Pattern.compile("[A-Z]");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][\\w-]{0,63}");
    private static final Pattern ITEM = Pattern.compile("[A-Za-z][\\w.]{0,99}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Entry {
        purpose = fitting(purpose, PURPOSE);
        basis = fitting(basis, IDENTIFIER);
        agreements = List.copyOf(agreements);
        items = List.copyOf(items);
        absent = List.copyOf(absent);
        subjects = subjects.stream().filter(IDENTIFIER.asMatchPredicate()).distinct().toList();
        if (!Stream.concat(items.stream(), absent.stream()).allMatch(ITEM.asMatchPredicate())) {
            throw new IllegalArgumentException("an item is named by category and field");
        }
        if (!SHA_256.matcher(digest).matches()) {
            throw new IllegalArgumentException("a digest is SHA-256 in small hexadecimal letters");
        }
    }

    /** An entry of whose kind there is nothing more to tell. */
    public Entry(
            Kind kind,
            String department,
            String client,
            @Nullable String purpose,
            @Nullable String basis,
            List<String> agreements,
            List<String> items,
            List<String> subjects,
            String digest,
            @Nullable Instant shownFrom) {
        this(
                kind,
                department,
                client,
                purpose,
                basis,
                agreements,
                items,
                subjects,
                digest,
                shownFrom,
                null);
    }

    /** An entry of which everything was there that was asked. */
    public Entry(
            Kind kind,
            String department,
            String client,
            @Nullable String purpose,
            @Nullable String basis,
            List<String> agreements,
            List<String> items,
            List<String> subjects,
            String digest,
            @Nullable Instant shownFrom,
            @Nullable Act act) {
        this(
                kind,
                department,
                client,
                purpose,
                basis,
                agreements,
                items,
                subjects,
                digest,
                shownFrom,
                act,
                List.of());
    }

    /** {@return the same, where there was nothing of some that was asked} */
    public Entry lacking(List<String> none) {
        return new Entry(
                kind,
                department,
                client,
                purpose,
                basis,
                agreements,
                items,
                subjects,
                digest,
                shownFrom,
                act,
                none);
    }

    /**
     * {@return the text that is sealed: persons as SHA-256 of their tokens}
     *
     * @param id made for it
     * @param at when it was written down
     */
    public String canonical(String id, Instant at) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("entry", id);
        fields.put("at", Canonical.time(at));
        fields.put("kind", kind);
        fields.put("department", department);
        fields.put("client", client);
        fields.put("purpose", purpose);
        fields.put("basis", basis);
        fields.put("agreements", agreements);
        fields.put("items", items);
        fields.put("subjects", subjects.stream().map(Merkle::sha256).sorted().toList());
        fields.put("content", digest);
        fields.put("shownFrom", shownFrom == null ? null : Canonical.time(shownFrom));
        if (act != null) {
            fields.put("act", act);
        }
        if (!absent.isEmpty()) {
            fields.put("absent", absent);
        }
        return Canonical.json(fields);
    }

    /** {@return the category that an item is of, or that is named instead of one} */
    public static String category(String item) {
        int dot = item.indexOf('.');
        return dot < 0 ? item : item.substring(0, dot);
    }

    private static @Nullable String fitting(@Nullable String text, Pattern form) {
        return text != null && form.matcher(text).matches() ? text : null;
    }
}
