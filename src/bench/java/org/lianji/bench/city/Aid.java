package org.lianji.bench.city;

import java.time.LocalDate;

/**
 * What a family is given.
 *
 * @param since the day it was decided; for {@link AidKind#FORMER} the day it ended
 * @param watched monitored against a return to poverty
 */
record Aid(AidKind kind, LocalDate since, boolean watched) {

    boolean dibao() {
        return kind == AidKind.DIBAO;
    }
}
