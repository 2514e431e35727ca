package org.lianji.agreements;

import org.jspecify.annotations.Nullable;
import org.lianji.terms.AgreementState;
import org.lianji.terms.Overseer;

import java.time.ZonedDateTime;

/**
 * One step in the life of an agreement.
 *
 * @param version the agreement's version after it
 * @param transition what was done
 * @param from the state before; none for the first
 * @param to the state after
 * @param department whose people did it
 * @param client with whose token
 * @param at when
 * @param note reason, or statement
 * @param filedWith the department it was filed with, where it must be (政务数据共享条例 §27)
 * @param overseer who above the parties has decided or was told, where somebody has
 */
public record AgreementEvent(
        long version,
        AgreementTransition transition,
        @Nullable AgreementState from,
        AgreementState to,
        String department,
        String client,
        ZonedDateTime at,
        @Nullable String note,
        @Nullable String filedWith,
        @Nullable Overseer overseer) {}
