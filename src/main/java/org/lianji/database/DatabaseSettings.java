package org.lianji.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/**
 * The embedded database; unused where {@code spring.neo4j.uri} names a server.
 *
 * @param home folder that holds the database, its password and its log
 * @param jars folder with the server's jars, filled by the build
 * @param heap heap of the server process, as {@code -Xmx} takes it
 * @param pageCache page cache of the server, as {@code server.memory.pagecache.size} takes it
 */
@ConfigurationProperties("lianji.database")
record DatabaseSettings(
        @DefaultValue("data/neo4j") Path home,
        @DefaultValue("target/neo4j") Path jars,
        @DefaultValue("768m") String heap,
        @DefaultValue("512m") String pageCache) {}
