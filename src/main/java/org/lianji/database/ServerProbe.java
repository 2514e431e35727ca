package org.lianji.database;

import org.lianji.platform.StartRefused;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/** Looks whether a server that was launched has come up, and gives a new one its password. */
final class ServerProbe {

    private static final SessionConfig SYSTEM = SessionConfig.forDatabase("system");

    /** Nothing unless there is one that could not be started. */
    private static final String FAULT =
            """
            SHOW DATABASES YIELD name, statusMessage WHERE name <> 'system' AND statusMessage <> '' RETURN name
            """;

    private static final String BROKEN =
            """
            The database can't open its data (%s). After a full disk, or on a failing one, that is a log which can't
            be read to its end. Nothing was changed.
            - Make room on the disk, if it is full, and start again.
            - Else restore the last backup: lianji restore.
            - Or start once with lianji.database.cut-torn-log=true: all that can be read comes back, and what stands
              behind the torn place is given up. Then export the chain and check it by 'lianji verify' with the
              heads that were kept: it says from where on entries are missing, and departments send once more
              what they have contributed since.\
            """;

    /** What goes wrong is told here, by what comes of it. */
    private static final Config QUIET = Config.builder().withLogging(Logging.none()).build();

    private final URI uri;
    private final DatabaseFolder folder;

    ServerProbe(URI uri, DatabaseFolder folder) {
        this.uri = uri;
        this.folder = folder;
    }

    /**
     * {@return whether it answers}
     *
     * @throws StartRefused where its data can't be opened
     */
    boolean isUp() {
        return listens() && (answers() || acceptsPassword());
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private AuthToken auth() {
        return AuthTokens.basic("neo4j", folder.password());
    }

    private boolean answers() {
        try (Driver driver = GraphDatabase.driver(uri, auth(), QUIET)) {
            try (Session session = driver.session()) {
                session.run("RETURN 1").consume(); // a connection alone says nothing of the data
                return true;
            } catch (TransientException | DatabaseException e) {
                refuseBroken(driver);
                return false;
            }
        } catch (ServiceUnavailableException | SecurityException e) {
            return false;
        }
    }

    private void refuseBroken(Driver driver) {
        boolean broken;
        try (Session session = driver.session(SYSTEM)) {
            broken = session.run(FAULT).hasNext();
        } catch (Neo4jException stillComing) {
            return;
        }
        if (broken) {
            throw new StartRefused(BROKEN.formatted(folder.lastCause()));
        }
    }

    /** A new database has the password "neo4j" and wants it changed first. */
    private boolean acceptsPassword() {
        try (Driver driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", "neo4j"), QUIET);
                var session = driver.session(SYSTEM)) {
            session.run(
                            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                            Map.of("password", folder.password()))
                    .consume();
            return true;
        } catch (ServiceUnavailableException | AuthenticationException e) {
            return false;
        }
    }
}
