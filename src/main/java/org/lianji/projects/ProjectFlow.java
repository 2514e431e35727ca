package org.lianji.projects;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.charity.Organisations;
import org.lianji.database.Fragment;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Projects in the graph: {@code (:HelpProject)}, of one name one that runs. */
@Component
final class ProjectFlow implements Flow<ProjectState, ProjectTransition, HelpProject> {

    private final Organisations organisations;
    private final ProjectDisclosures disclosures;

    ProjectFlow(Organisations organisations, ProjectDisclosures disclosures) {
        this.organisations = organisations;
        this.disclosures = disclosures;
    }

    @Override
    public Class<ProjectState> states() {
        return ProjectState.class;
    }

    @Override
    public Class<ProjectTransition> table() {
        return ProjectTransition.class;
    }

    @Override
    public Class<HelpProject> matter() {
        return HelpProject.class;
    }

    @Override
    public char letter() {
        return 'P';
    }

    @Override
    public Code notFound() {
        return ProjectCode.PROJECT_NOT_FOUND;
    }

    /** Whose it is, and the department that watches. */
    @Override
    public Fragment visible(Actor actor) {
        return ProjectSide.sees(actor);
    }

    @Override
    public Map<String, Object> derived(HelpProject project) {
        return project.open()
                ? Map.of("running", running(project.organisation(), project.name()))
                : Map.of();
    }

    /** {@return what no two projects that run have in common} */
    static String running(String organisation, String name) {
        return organisation + '|' + name;
    }

    @Override
    public void taken(Actor actor, ProjectTransition step, HelpProject after) {
        boolean begun =
                step == ProjectTransition.BEGIN || step == ProjectTransition.BEGIN_IN_EMERGENCY;
        if (begun && !organisations.approvedCharity(after.organisation())) {
            throw new Problem(ProjectCode.PROJECT_ORGANISATION);
        }
        if (step.discloses()) {
            disclosures.write(after, step == ProjectTransition.DISCLOSE_AT_LAST);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, ProjectTransition step, HelpProject after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                "F",
                null,
                List.of(),
                List.of(),
                List.of(),
                Digests.hex(after.stepText(step)),
                null);
    }
}
