package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.Hub;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** People that a test needs. */
public final class People {

    private static final String FILE =
            """
            recordNo,observedAt,idNumber,personName,hukouNo,relationToHead,hukouRegion,name,sex,birthDate,validTo
            1,2026-01-01T08:00:00+08:00,152627195801035714,某,H1,户主,150902001001,某,男,1958-01-03,
            2,2026-01-01T08:00:00+08:00,152631199612132788,某,H2,户主,150902001001,某,女,1996-12-13,
            3,2026-01-01T08:00:00+08:00,152601195604079079,某,H3,户主,150902001001,某,男,1956-04-07,
            """;

    private People() {}

    /** Contributes whom the demo's citizens stand for. */
    public static void makeCitizens(Hub hub) {
        assertThat(
                        hub.send(
                                        hub.as("GA", "/contributions/GA01")
                                                .header("Content-Type", "text/csv")
                                                .header(
                                                        "Idempotency-Key",
                                                        UUID.randomUUID().toString())
                                                .POST(BodyPublishers.ofString(FILE)))
                                .body())
                .contains("\"accepted\":3");
    }
}
