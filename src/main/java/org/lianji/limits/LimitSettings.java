package org.lianji.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.Map;

/**
 * How much one request and one client may ask for. What a document asks for is counted with its
 * fragments expanded, over all operations in it.
 *
 * @param tokens GraphQL tokens of a document
 * @param depth fields below one another, introspection apart
 * @param fields fields and spreads
 * @param aliases fields under another name
 * @param repeats times that one selection may name the same answer
 * @param directives directives
 * @param fragments named fragments
 * @param variableCharacters characters in the names and texts of all variables
 * @param variableValues values in all variables
 * @param variableDepth lists and objects within one another in a variable
 * @param cost estimated cost of one operation, see {@link Cost}
 * @param parts fields of the statement for one operation, each branch counted, and what its
 *     conditions weigh
 * @param condition fields that a condition weighs as much as
 * @param conditionDepth conditions within one another, with the category's name and the item's
 * @param schema fields of an answer about the schema
 * @param schemaLists lists within one another in one, such as types, their fields and their
 *     arguments
 * @param page assumed size of a page where neither {@code first} nor {@code last} is given
 * @param list assumed size of a list that has no pages
 * @param lists assumed sizes of lists that are longer or shorter, by {@code Type.field}
 * @param count assumed cost of counting a list, for each field that tells how many rows it has
 * @param time how long a request may take; a transaction may take as long, see {@code
 *     spring.transaction.default-timeout}
 * @param rate tokens that a client gains each second
 * @param burst tokens that a client may save up
 * @param costPerToken cost that takes one token more, beside the one each request takes
 * @param clients clients whose tokens are remembered
 * @param addressRate requests without a token that an address gains each second
 * @param addressBurst requests without a token that an address may save up
 * @param addressObjections objections to public notices that an address may file a day without a
 *     token
 * @param addresses addresses whose requests are remembered
 * @param uploads files that one client may send or take at the same time
 */
@ConfigurationProperties("lianji.limits")
public record LimitSettings(
        @DefaultValue("20000") int tokens,
        @DefaultValue("12") int depth,
        @DefaultValue("2000") int fields,
        @DefaultValue("100") int aliases,
        @DefaultValue("100") int repeats,
        @DefaultValue("100") int directives,
        @DefaultValue("200") int fragments,
        @DefaultValue("200000") int variableCharacters,
        @DefaultValue("25000") int variableValues,
        @DefaultValue("10") int variableDepth,
        @DefaultValue("100000") long cost,
        @DefaultValue("2000") long parts,
        @DefaultValue("15") int condition,
        @DefaultValue("8") int conditionDepth,
        @DefaultValue("300000") long schema,
        @DefaultValue("3") int schemaLists,
        @DefaultValue("20") int page,
        @DefaultValue("10") int list,
        @DefaultValue Map<String, Integer> lists,
        @DefaultValue("500") long count,
        @DefaultValue("20s") Duration time,
        @DefaultValue("500") double rate,
        @DefaultValue("2000") double burst,
        @DefaultValue("1000") long costPerToken,
        @DefaultValue("10000") int clients,
        @DefaultValue("5") double addressRate,
        @DefaultValue("60") double addressBurst,
        @DefaultValue("20") int addressObjections,
        @DefaultValue("10000") int addresses,
        @DefaultValue("4") int uploads) {}
