/**
 * What a partner could build instead of the hub with Spring for GraphQL, for the comparison of
 * {@code org.lianji.bench.load}: no sign-in, no authorisation, no masks, no audit. Outside {@code
 * org.lianji}, so that the hub's scan for components never finds it.
 */
package peers;
