package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How ID numbers are looked up.
 *
 * @param key secret of the keyed hash, 32 characters or more; where missing in demo mode, one is
 *     made and kept beside the database. With another key no known person is found again.
 */
@ConfigurationProperties("lianji.identity")
record IdentitySettings(@Nullable String key) {}
