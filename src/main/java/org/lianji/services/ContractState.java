package org.lianji.services;

/** Where a contract stands. */
enum ContractState {
    DRAWN_UP,
    SIGNED,
    DISCARDED,
    ENDED
}
