package org.lianji.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which documents run.
 *
 * @param trustedOnly whether those alone that the caller's department has registered; those who
 *     keep its list may still do so by text
 */
@ConfigurationProperties("lianji.documents")
public record DocumentSettings(@DefaultValue("false") boolean trustedOnly) {}
