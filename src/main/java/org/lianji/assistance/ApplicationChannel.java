package org.lianji.assistance;

/** Where an application came in. */
enum ApplicationChannel {
    WINDOW,
    VILLAGE,
    ONLINE
}
