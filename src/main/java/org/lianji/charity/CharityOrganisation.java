package org.lianji.charity;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.util.List;

/**
 * A charity that helps through the hub (慈善法 §§10, 22), or a provider of services that counties buy
 * (政府购买服务管理办法 §§6, 7).
 *
 * @param progress how far it has come
 * @param organisation its unified code, as its token says
 * @param papers what it shows
 */
record CharityOrganisation(Progress<OrganisationState> progress, String organisation, Papers papers)
        implements Procedure<OrganisationState>, CharityMatter {

    /**
     * @param kind as what it takes part
     * @param name of the organisation
     * @param certificate number of its certificate of registration
     * @param fundraising number of its qualification to raise funds in public; null without one
     * @param managers keyed hashes of the ID numbers of who manages it
     */
    record Papers(
            OrganisationKind kind,
            String name,
            String certificate,
            @Nullable String fundraising,
            List<String> managers) {

        Papers {
            managers = List.copyOf(managers);
        }
    }

    @Override
    public CharityOrganisation progressed(Progress<OrganisationState> further) {
        return new CharityOrganisation(further, organisation, papers);
    }

    CharityOrganisation with(Papers other) {
        return new CharityOrganisation(progress, organisation, other);
    }
}
