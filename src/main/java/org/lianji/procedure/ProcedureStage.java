package org.lianji.procedure;

/**
 * Where a matter stands, in words.
 *
 * @param code name of the state
 * @param name description of the state, Chinese and English, as the schema has it
 * @param ended whether no step leads on from it
 */
record ProcedureStage(String code, String name, boolean ended) {}
