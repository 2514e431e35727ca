package org.lianji.platform;

/**
 * Who asks: a system of a department, signed in at the token issuer.
 *
 * @param department code of the department, such as {@code MZ}
 * @param client the client the token was issued to
 */
public record Caller(String department, String client) {}
