package org.lianji.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** Hashes and Merkle trees of RFC 6962 §2.1, in hexadecimal. */
public final class Merkle {

    /** What stands for the hash before the first. */
    public static final String NOTHING = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private Merkle() {}

    /** A tree that grows by a leaf at a time and always knows its root. */
    static final class Tree {

        private record Part(String hash, long size) {}

        /** Whole trees of falling sizes, the smallest first. */
        private final Deque<Part> parts = new ArrayDeque<>();

        void add(String leaf) {
            Part part = new Part(leaf, 1);
            while (!parts.isEmpty() && parts.element().size() == part.size()) {
                Part left = parts.pop();
                part = new Part(node(left.hash(), part.hash()), 2 * part.size());
            }
            parts.push(part);
        }

        /** {@return its root; of a tree with a leaf at least} */
        String root() {
            Iterator<Part> fromTheRight = parts.iterator();
            String root = fromTheRight.next().hash();
            while (fromTheRight.hasNext()) {
                root = node(fromTheRight.next().hash(), root);
            }
            return root;
        }
    }

    public static String sha256(String text) {
        return HEX.formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return the leaf hash of the text, by which entries, blocks and days are known} */
    public static String leaf(String text) {
        MessageDigest digest = digest();
        digest.update((byte) 0);
        return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String root(List<String> leaves) {
        Tree tree = new Tree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** {@return what has to be known beside the leaf to come to the root, from below} */
    public static List<String> inclusionProof(List<String> leaves, int index) {
        List<String> path = new ArrayList<>();
        List<String> level = leaves;
        for (int at = index; level.size() > 1; at /= 2) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            List<String> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
        }
        return path;
    }

    /** {@return whether the path leads from the leaf to the root (RFC 9162 §2.1.3.2)} */
    static boolean verifyInclusion(
            String leaf, long index, long size, List<String> path, String root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        String hash = leaf;
        for (String sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    private static String node(String left, String right) {
        MessageDigest digest = digest();
        digest.update((byte) 1);
        digest.update(HEX.parseHex(left));
        return HEX.formatHex(digest.digest(HEX.parseHex(right)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
