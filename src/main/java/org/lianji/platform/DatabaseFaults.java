package org.lianji.platform;

import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.Set;

/** What a fault of the graph's server comes to for the hub's callers. */
final class DatabaseFaults {

    private static final Logger log = LoggerFactory.getLogger(DatabaseFaults.class);

    private static final Set<String> TIMED_OUT =
            Set.of(
                    "Neo.ClientError.Transaction.TransactionTimedOut",
                    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration");

    /** The server itself switches to reading where its disk is full. */
    private static final Set<String> READ_ONLY =
            Set.of(
                    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
                    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase");

    private static final String TRANSIENT = "Neo.TransientError.";

    /** Its log or its files have failed, and it gives itself up. */
    private static final String OF_TRANSACTIONS = "Neo.DatabaseError.Transaction.";

    /** The driver found no server, or none in time: no server has a code for that. */
    private static final String OF_THE_DRIVER = "N/A";

    private DatabaseFaults() {}

    /** {@return what the caller is told; nothing where the fault is the hub's own} */
    static Optional<PlatformCode> code(Neo4jException fault) {
        String code = fault.code();
        if (TIMED_OUT.contains(code)) {
            return Optional.of(PlatformCode.TIMED_OUT);
        }
        if (fault instanceof ServiceUnavailableException
                || fault instanceof SessionExpiredException
                || READ_ONLY.contains(code)
                || code.startsWith(TRANSIENT)
                || code.startsWith(OF_TRANSACTIONS)
                || code.equals(OF_THE_DRIVER)) {
            log.warn("The database can't do what it is asked for: {}", code, fault);
            return Optional.of(PlatformCode.UNAVAILABLE);
        }
        return Optional.empty();
    }
}
