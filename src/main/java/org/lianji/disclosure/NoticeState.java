package org.lianji.disclosure;

/** Where a notice stands. */
enum NoticeState {
    POSTED,
    OBJECTED,
    /** An objection was looked into; what is proposed then hangs anew. */
    ANSWERED,
    WITHDRAWN
}
