/**
 * The rule of docs/decision.md, followed a second time and as naively as can be, and proofs by it.
 */
@NullMarked
package org.lianji.decision;

import org.jspecify.annotations.NullMarked;
