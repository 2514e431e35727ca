package org.lianji.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A selection as one Cypher statement.
 *
 * @param cypher text; takes {@code $rows}, each with the slots of one request
 * @param parameters this request's slots
 * @param pages the pages in the answer, by the number that marks each of them there
 * @param withheld what was asked for and not granted
 * @param items names of the items that may show, such as {@code GA01.name}
 * @param agreements identifiers with versions of the agreements that say so
 */
record Compiled(
        String cypher,
        Map<String, Object> parameters,
        List<Page> pages,
        List<Withheld> withheld,
        Set<String> items,
        Set<String> agreements) {}
