package org.lianji.relief;

import java.time.ZonedDateTime;

/**
 * Cash of a township for first help (备用金).
 *
 * @param region code of the township
 * @param balance by the books, in fen
 * @param openedAt when
 */
record PettyFund(String region, long balance, ZonedDateTime openedAt) {}
