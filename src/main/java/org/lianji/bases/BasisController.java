package org.lianji.bases;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Entries;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Registers, closes and lists the reasons that reads are bound to. */
@Controller
final class BasisController {

    private final Bases bases;
    private final BasisInput input;
    private final Confirmations confirmations;
    private final BasisDays days;
    private final BasisLinks links;
    private final BasisEntries entries;
    private final Connections connections;

    BasisController(
            Bases bases,
            BasisInput input,
            Confirmations confirmations,
            BasisDays days,
            BasisLinks links,
            BasisEntries entries,
            Connections connections) {
        this.bases = bases;
        this.input = input;
        this.confirmations = confirmations;
        this.days = days;
        this.links = links;
        this.entries = entries;
        this.connections = connections;
    }

    /** What the head is to do about a basis, for others than who declared it. */
    record Confirmation(
            String state,
            List<String> reasons,
            LocalDate due,
            @Nullable String note,
            @Nullable ZonedDateTime at) {}

    @MutationMapping
    Basis confirmBasis(
            @AuthenticationPrincipal Caller caller,
            @Argument String id,
            @Argument String verdict,
            @Argument String note) {
        return settled(confirmations.settle(caller, id, verdict, input.note(note)));
    }

    @QueryMapping
    ListConnection<Confirmations.DeclaredBasis> basisConfirmations(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(field, confirmations.listing(caller));
    }

    @QueryMapping
    List<Confirmations.Figures> declarationFigures(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String from,
            @Argument @Nullable String to) {
        return confirmations.figures(caller, input.date(from, "from"), input.date(to, "to"));
    }

    @SchemaMapping
    @Nullable Confirmation confirmation(Basis basis, @AuthenticationPrincipal Caller caller) {
        Basis.Confirmation asked = basis.confirmation();
        return asked == null || basis.client().equals(caller.client())
                ? null
                : new Confirmation(
                        asked.state(basis.until(), days.now()),
                        asked.reasons(),
                        asked.due(),
                        asked.note(),
                        asked.at());
    }

    /** Whoever declared it does not learn by its end that it must be confirmed. */
    @SchemaMapping
    ZonedDateTime until(Basis basis, @AuthenticationPrincipal Caller caller) {
        Basis.Confirmation asked = basis.confirmation();
        return asked != null
                        && basis.client().equals(caller.client())
                        && basis.until().isAfter(days.now())
                ? asked.askedUntil()
                : basis.until();
    }

    @MutationMapping
    Basis openBasis(@AuthenticationPrincipal Caller caller, DataFetchingEnvironment environment) {
        return bases.open(
                MutationCall.of(caller, environment),
                input.opening(environment.getArgument("input")));
    }

    @MutationMapping
    Basis closeBasis(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return settled(bases.close(caller, id));
    }

    /** {@return what was settled, of which the caller is told where there was none} */
    static Basis settled(Optional<Basis> basis) {
        return basis.orElseThrow(() -> new Problem(BasisCode.BASIS_NOT_FOUND));
    }

    @QueryMapping
    @Nullable Basis basis(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return bases.lookUp(caller, id).orElse(null);
    }

    @SchemaMapping
    @Nullable Safeguarding safeguarding(Basis basis, @AuthenticationPrincipal Caller caller) {
        return bases.onlooker(caller).readsHiding(basis) ? basis.safeguarding() : null;
    }

    @BatchMapping(typeName = "Basis")
    Map<Basis, List<BasisLinks.PartyView>> parties(Set<Basis> bases) {
        Map<String, List<BasisLinks.PartyView>> parties =
                links.parties(bases.stream().map(Basis::id).toList());
        return bases.stream()
                .collect(
                        Collectors.toMap(
                                basis -> basis,
                                basis -> parties.getOrDefault(basis.id(), List.of())));
    }

    @BatchMapping(field = "reads", typeName = "Basis")
    Map<Basis, Entries.Reads> reads(Set<Basis> bases) {
        Map<String, Entries.Reads> reads =
                entries.reads(
                        bases.stream()
                                .filter(basis -> !basis.kind().covers())
                                .map(Basis::id)
                                .toList());
        return bases.stream()
                .filter(basis -> reads.containsKey(basis.id()))
                .collect(
                        Collectors.toMap(
                                basis -> basis,
                                basis -> Objects.requireNonNull(reads.get(basis.id()))));
    }

    @QueryMapping
    ListConnection<Basis> bases(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable Boolean awaitingReview,
            @Argument @Nullable Boolean awaitingConfirmation,
            @Argument @Nullable Boolean awaitingSignature,
            DataFetchingEnvironment field) {
        Bases.Filter filter =
                new Bases.Filter(
                        Boolean.TRUE.equals(awaitingReview),
                        Boolean.TRUE.equals(awaitingConfirmation),
                        Boolean.TRUE.equals(awaitingSignature));
        return connections.page(field, bases.listing(caller, filter));
    }
}
