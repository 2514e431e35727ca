package org.lianji.roles;

import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who may do what: each root has a row in the SDL ({@code @allowed}), each endpoint of files one
 * beside its method ({@link AllowedRoles}). Here alone they are judged, before anything else of the
 * request is looked at; whose data it is, and about whom, is judged after.
 */
@Component
public final class RoleMatrix implements GraphQlSourceBuilderCustomizer {

    private final ApplicationEventPublisher news;
    private final ObjectProvider<StaffRule> staff;

    RoleMatrix(ApplicationEventPublisher news, ObjectProvider<StaffRule> staff) {
        this.news = news;
        this.staff = staff;
    }

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder schema) {
        schema.typeVisitors(List.of(new RootRoles(this)));
    }

    /** Tells of somebody who asked for a root that their schema does not have. */
    public void tried(Caller caller, String root) {
        news.publishEvent(new RoleRefused(caller, root));
    }

    /**
     * @param what name of the root, or pattern of the path
     * @throws Problem where the caller has none of the roles
     */
    public void admit(Caller caller, String what, Collection<Role> allowed) {
        if (allowed.stream().noneMatch(caller.roles()::contains)) {
            news.publishEvent(new RoleRefused(caller, what));
            throw caller.is(Role.CHARITY)
                    ? new Problem(PlatformCode.NOT_FOR_CHARITIES)
                    : new Problem(
                            PlatformCode.NOT_ALLOWED,
                            Map.of("roles", allowed.stream().map(Role::name).sorted().toList()));
        }
        admitStaff(caller, what);
    }

    /**
     * @throws Problem where the organisation that the caller is of does not let them
     */
    void admitStaff(Caller caller, String what) {
        if (caller.is(Role.CHARITY, Role.PROVIDER, Role.VOLUNTEER)) {
            staff.orderedStream().forEach(rule -> rule.admit(caller, what));
        }
    }
}
