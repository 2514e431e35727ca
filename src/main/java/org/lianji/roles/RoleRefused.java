package org.lianji.roles;

import org.lianji.platform.Caller;

/**
 * Somebody wanted to do what none of their roles may.
 *
 * @param caller who
 * @param what name of the root, or pattern of the path
 */
public record RoleRefused(Caller caller, String what) {}
