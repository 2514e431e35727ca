package org.lianji.sharing;

import java.util.Set;

/**
 * About whom something may be seen.
 *
 * @param regions codes of regions one of whose subtrees the person must belong to; none means
 *     everywhere
 * @param children whether people under 14 are covered (personal information of theirs is sensitive
 *     throughout, 个人信息保护法 §28, §31)
 */
public record Whom(Set<String> regions, boolean children) {

    /** Everybody. */
    public static final Whom ANYONE = new Whom(Set.of(), true);

    public Whom {
        regions = Set.copyOf(regions);
    }
}
