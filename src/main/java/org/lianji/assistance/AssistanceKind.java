package org.lianji.assistance;

/** What is applied for. */
enum AssistanceKind {
    MINIMUM_LIVING
}
