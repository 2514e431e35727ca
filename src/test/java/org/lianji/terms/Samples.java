package org.lianji.terms;

import org.lianji.agreements.Agreement;
import org.lianji.catalogue.Purpose;
import org.lianji.clocks.Deadline;
import org.lianji.database.MutationCall;
import org.lianji.items.Level;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Agreements between RS, who provides, and JY, who asks. */
public final class Samples {

    public static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

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

    public static Agreement agreement(
            AgreementState state, AgreementProgress standing, Deadline... deadlines) {
        return agreement(state, standing, terms("RS", "JY"), deadlines);
    }

    static Agreement agreement(
            AgreementState state, AgreementProgress standing, Terms terms, Deadline... deadlines) {
        ZonedDateTime then = at(MONDAY);
        return new Agreement("A1", 7, state, terms, standing, then, then, List.of(deadlines));
    }

    public static ZonedDateTime at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    }

    public static Caller caller(String department, Role... roles) {
        return new Caller(department, "test", Set.of(roles), "", null);
    }

    public static MutationCall call(String department, Role... roles) {
        return MutationCall.unnamed(caller(department, roles), "test");
    }
}
