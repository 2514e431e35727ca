package org.lianji.query;

import java.util.List;
import java.util.Map;

/**
 * A selection as one Cypher statement.
 *
 * @param cypher text; takes {@code $rows}, each with the slots of one request
 * @param parameters this request's slots
 * @param pages the pages in the answer, by the number that marks each of them there
 * @param withheld what was asked for and not granted
 */
record Compiled(
        String cypher, Map<String, Object> parameters, List<Page> pages, List<Withheld> withheld) {}
