package org.lianji.linkage;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether two names may be one person's, in all the ways in which a name is written. */
public final class NameAgreement {

    private static final ChineseNameComparator NAMES = new ChineseNameComparator();

    private NameAgreement() {}

    /**
     * {@return whether the name is another than all that are known; a name that can't be read, or
     * none that is known, contradicts nothing}
     */
    public static boolean contradicted(String name, Collection<String> known) {
        ChineseNameComparator.Name said = NAMES.read(name);
        List<ChineseNameComparator.Name> read =
                known.stream().map(NAMES::read).filter(Objects::nonNull).toList();
        return said != null
                && !read.isEmpty()
                && read.stream()
                        .noneMatch(one -> ChineseNameComparator.agree(NAMES.level(said, one)));
    }

    /**
     * {@return whether the name does not say by itself that it is one of those that are known: it
     * is another, can't be read, or less than half of it was typed; where none is known nothing is
     * missing}
     */
    public static boolean unconfirmed(String name, Collection<String> known) {
        ChineseNameComparator.Name said = NAMES.read(name);
        List<ChineseNameComparator.Name> read =
                known.stream().map(NAMES::read).filter(Objects::nonNull).toList();
        return !read.isEmpty()
                && (said == null
                        || read.stream()
                                .noneMatch(
                                        one ->
                                                ChineseNameComparator.agree(NAMES.level(said, one))
                                                        && ChineseNameComparator.halfTyped(
                                                                said, one)));
    }

    /**
     * {@return how alike two names are, by the name of the level; nothing where one can't be read}
     */
    public static Optional<String> level(String name, String other) {
        ChineseNameComparator.Name one = NAMES.read(name);
        ChineseNameComparator.Name two = NAMES.read(other);
        return one == null || two == null
                ? Optional.empty()
                : Optional.of(NAMES.levels().get(NAMES.level(one, two)));
    }

    /**
     * {@return how the name sounds, the same for all that sound alike; nothing where it can't be
     * read}
     */
    public static Optional<String> sound(String name) {
        return Optional.ofNullable(NAMES.read(name)).map(ChineseNameComparator.Name::spelling);
    }
}
