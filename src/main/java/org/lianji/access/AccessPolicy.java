package org.lianji.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.lianji.agreements.ActiveAgreement;
import org.lianji.agreements.AgreementsInForce;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a caller may see: the rule is docs/decision.md, the law 政务数据共享条例 §§14, 25 and
 * 个人信息保护法 §§28, 31, 34.
 */
@Component
public class AccessPolicy {

    private static final int CALLERS = 1_000;

    private final Catalogue catalogue;
    private final AgreementsInForce inForce;
    private final OpenItems conferences;
    private final RoleTable roles;
    private final Clock clock;
    private volatile StandingDecision decided = new StandingDecision(List.of());

    AccessPolicy(
            Catalogue catalogue,
            AgreementsInForce inForce,
            OpenItems conferences,
            RoleTable roles,
            Clock clock) {
        this.catalogue = catalogue;
        this.inForce = inForce;
        this.conferences = conferences;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * {@return what the caller may see of the category}
     *
     * @param caller who asks
     * @param reason why
     * @param category of which records
     */
    public Grant grant(Caller caller, ReadPurpose reason, Category category) {
        return Objects.requireNonNull(grants(caller, reason).get(category.code()));
    }

    /**
     * {@return what the caller may see of every category, by code, all decided from the same
     * agreements}
     *
     * @param caller who asks
     * @param reason why
     */
    public Map<String, Grant> grants(Caller caller, ReadPurpose reason) {
        List<ActiveAgreement> now = inForce.now();
        StandingDecision current = decided;
        if (current.agreements() != now) {
            current = new StandingDecision(now);
            decided = current;
        }
        RoleBounds bounds = caller.atTheDoor() ? roles.asOf(LocalDate.now(clock)) : RoleBounds.NONE;
        Map<String, Set<String>> only = conferences.of(reason);
        return current.byCase()
                .get(
                        new Case(
                                caller.department(),
                                caller.roles(),
                                caller.atTheDoor() ? caller.region() : "",
                                bounds,
                                reason.purpose(),
                                reason.emergency(),
                                only),
                        _ -> decide(new GrantDecision(caller, reason, now, bounds), only));
    }

    private Map<String, Grant> decide(
            GrantDecision decision, @Nullable Map<String, Set<String>> only) {
        return catalogue.categories().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Category::code,
                                category ->
                                        only == null
                                                ? decision.on(category)
                                                : within(
                                                        decision.on(category),
                                                        only.get(category.code()))));
    }

    /** What a conference has named of a category; nothing of one that it hasn't. */
    private static Grant within(Grant whole, @Nullable Set<String> items) {
        if (items == null) {
            return new Grant.None(Grant.Refusal.NOT_NAMED);
        }
        return items.isEmpty() ? whole : whole.within(items);
    }

    /**
     * All of a caller and a reason that a {@link GrantDecision} reads.
     *
     * @param place whose people they go to; empty for who doesn't go to doors
     * @param bounds of their roles today
     * @param only what a conference has named; null where there is none
     */
    private record Case(
            String department,
            Set<Role> roles,
            String place,
            RoleBounds bounds,
            @Nullable Purpose purpose,
            boolean emergency,
            @Nullable Map<String, Set<String>> only) {}

    /**
     * What has been decided from these agreements; gone with them.
     *
     * @param agreements the very list that was in force
     */
    private record StandingDecision(
            List<ActiveAgreement> agreements, Cache<Case, Map<String, Grant>> byCase) {

        StandingDecision(List<ActiveAgreement> agreements) {
            this(agreements, Caffeine.newBuilder().maximumSize(CALLERS).build());
        }
    }
}
