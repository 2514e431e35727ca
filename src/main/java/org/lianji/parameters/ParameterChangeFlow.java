package org.lianji.parameters;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.database.Fragment;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Changes of parameters in the graph; about nobody in particular. */
@Component
final class ParameterChangeFlow
        implements Flow<ParameterChangeState, ParameterChangeTransition, ParameterChange> {

    @Override
    public Class<ParameterChangeState> states() {
        return ParameterChangeState.class;
    }

    @Override
    public Class<ParameterChangeTransition> table() {
        return ParameterChangeTransition.class;
    }

    @Override
    public Class<ParameterChange> matter() {
        return ParameterChange.class;
    }

    @Override
    public char letter() {
        return 'Q';
    }

    @Override
    public Code notFound() {
        return ParameterCode.PARAMETER_CHANGE_NOT_FOUND;
    }

    @Override
    public String linked() {
        return ", previewed: EXISTS { (m)<-[:PREVIEWS]-(:ParameterPreview) }";
    }

    /** What rules take is no secret among those who answer for them. */
    @Override
    public Fragment visible(Actor actor) {
        return actor.leads() || actor.caller().is(Role.AUDITOR) ? Fragment.TRUE : Fragment.FALSE;
    }

    /** One change a parameter, region and day, until it is rejected or withdrawn. */
    @Override
    public Map<String, Object> derived(ParameterChange change) {
        ParameterChange.NewValue to = change.to();
        return switch (change.state()) {
            case PROPOSED, APPROVED ->
                    Map.of(
                            "place",
                            String.join("|", to.name(), to.region(), to.startsOn().toString()));
            case REJECTED, WITHDRAWN -> Map.of();
        };
    }

    @Override
    public Entry entry(
            Actor actor, Reason stated, ParameterChangeTransition step, ParameterChange after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                null,
                after.id(),
                List.of(),
                List.of(),
                List.of(),
                Digests.hex(
                        String.join(
                                " ",
                                after.id(),
                                step.name(),
                                after.to().name(),
                                after.to().region(),
                                after.to().startsOn().toString(),
                                after.to().value())),
                null);
    }

    /** Documents and reasons are about standards, not about persons. */
    @Override
    public boolean sealed() {
        return false;
    }
}
