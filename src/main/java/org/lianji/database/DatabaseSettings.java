package org.lianji.database;

import org.lianji.platform.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The embedded database; unused where {@code spring.neo4j.uri} names a server.
 *
 * @param home folder that holds the database, its password and its log
 * @param jars folder with the server's jars, filled by the build
 * @param heap heap of the server process, as {@code -Xmx} takes it
 * @param pageCache page cache of the server, as {@code server.memory.pagecache.size} takes it
 * @param cutTornLog whether a log that can't be read to its end is cut there, and what stands
 *     behind given up; for one start, after a disk was full or failed
 * @param littleSpace what must be left on the disk for anything but entries and reasons to be
 *     written
 * @param leastSpace what must be left on the disk for anything to be asked
 * @param patience how long the database may take to answer whether it is there
 */
@ConfigurationProperties("lianji.database")
record DatabaseSettings(
        @DefaultValue("data/neo4j") Path home,
        @DefaultValue("target/neo4j") Path jars,
        @DefaultValue("768m") String heap,
        @DefaultValue("512m") String pageCache,
        @DefaultValue("false") boolean cutTornLog,
        @DefaultValue("2GB") DataSize littleSpace,
        @DefaultValue("512MB") DataSize leastSpace,
        @DefaultValue("5s") Duration patience) {

    DatabaseSettings {
        if (leastSpace.compareTo(littleSpace) > 0) {
            throw new StartRefused(
                    "lianji.database.least-space is more than lianji.database.little-space");
        }
    }
}
