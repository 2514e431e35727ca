package org.lianji.matching;

/**
 * Assigns offers to needs. The same problem, in whatever order it is told, gets the same answer.
 */
public interface Matcher {

    Assignment match(MatchProblem problem);
}
