package org.lianji.sharing;

import org.lianji.catalogue.Level;
import org.lianji.catalogue.Purpose;
import org.lianji.platform.Caller;
import org.lianji.platform.MutationCall;
import org.lianji.platform.Role;
import org.lianji.procedure.Deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Agreements between RS, who provides, and JY, who asks. */
final class Samples {

    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

    private Samples() {}

    static Terms terms(String provider, String consumer) {
        return new Terms(
                provider,
                consumer,
                Set.of(Purpose.E),
                Terms.items(List.of("RS01.state", "RS01.registeredOn")),
                new TreeMap<>(),
                new TreeSet<>(),
                Level.S3,
                DeliveryMode.API,
                12,
                "教育法",
                "资助");
    }

    static Agreement agreement(AgreementState state, Standing standing, Deadline... deadlines) {
        return agreement(state, standing, terms("RS", "JY"), deadlines);
    }

    static Agreement agreement(
            AgreementState state, Standing standing, Terms terms, Deadline... deadlines) {
        ZonedDateTime then = at(MONDAY);
        return new Agreement("A1", 7, state, terms, standing, then, then, List.of(deadlines));
    }

    static ZonedDateTime at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    }

    static Caller caller(String department, Role... roles) {
        return new Caller(department, "test", Set.of(roles), "", null);
    }

    static MutationCall call(String department, Role... roles) {
        return MutationCall.unnamed(caller(department, roles), "test");
    }
}
