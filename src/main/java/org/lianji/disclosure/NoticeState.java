package org.lianji.disclosure;

/** Where a notice stands. */
enum NoticeState {
    POSTED,
    OBJECTED,
    WITHDRAWN
}
