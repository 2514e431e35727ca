package org.lianji.looks;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditCode;
import org.lianji.audit.AuditEntryView;
import org.lianji.audit.Blocks;
import org.lianji.audit.Entries;
import org.lianji.audit.Kind;
import org.lianji.audit.Overseers;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.proof.Day;
import org.lianji.proof.Proof;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Who looked, and the chain that proves it. */
@Controller
final class AuditController {

    private final AccessLog accesses;
    private final Entries entries;
    private final Blocks blocks;
    private final Connections connections;

    AuditController(AccessLog accesses, Entries entries, Blocks blocks, Connections connections) {
        this.accesses = accesses;
        this.entries = entries;
        this.blocks = blocks;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<Access> accessLog(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String child,
            DataFetchingEnvironment field) {
        return connections.page(field, accesses.listing(caller, child));
    }

    @QueryMapping
    ListConnection<AuditEntryView> entries(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String department,
            @Argument @Nullable Kind kind,
            @Argument @Nullable String from,
            @Argument @Nullable String to,
            DataFetchingEnvironment field) {
        var filter = new Entries.Filter(department, kind, time(from), time(to));
        return connections.page(field, entries.listing(caller, filter));
    }

    @QueryMapping
    Proof inclusionProof(@AuthenticationPrincipal Caller caller, @Argument String entry) {
        return entries.proof(caller, entry);
    }

    @QueryMapping
    @Nullable Day chainHead(@AuthenticationPrincipal Caller caller, @Argument String date) {
        Overseers.admit(caller);
        return blocks.day(Blocks.date(date)).orElse(null);
    }

    @QueryMapping
    ListConnection<Day> chainDays(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        Overseers.admit(caller);
        return connections.page(field, blocks.days());
    }

    @SchemaMapping(typeName = "InclusionProof")
    String block(Proof proof) {
        return proof.block().text();
    }

    @SchemaMapping(typeName = "InclusionProof")
    String day(Proof proof) {
        return proof.day().text();
    }

    @SchemaMapping(typeName = "InclusionProof")
    Day head(Proof proof) {
        return proof.day();
    }

    @SchemaMapping(typeName = "ChainDay")
    String hash(Day day) {
        return day.hash();
    }

    @SchemaMapping(typeName = "ChainDay")
    String text(Day day) {
        return day.text();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Problem(AuditCode.TIME_FORMAT);
        }
    }
}
