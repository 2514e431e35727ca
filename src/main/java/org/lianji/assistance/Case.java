package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.catalogue.Purpose;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An application on its way to the decision.
 *
 * @param progress how far it has come
 * @param application what was applied for
 * @param family whom it is about
 * @param inquiry what was found out
 * @param decision what was decided
 */
record Case(
        Progress<CaseState> progress,
        Application application,
        Family family,
        Inquiry inquiry,
        Decision decision)
        implements Procedure<CaseState> {

    /**
     * @param kind of help
     * @param department that answers for it
     * @param places codes of the regions that the family lives in, the smallest first
     * @param channel where it came in
     * @param consentNo number of the written consent to the check
     * @param asked whether a supplement was asked for
     * @param told what the applicant was told last: what is missing, or why not; sealed
     */
    record Application(
            AssistanceKind kind,
            String department,
            List<String> places,
            ApplicationChannel channel,
            String consentNo,
            boolean asked,
            @Nullable String told) {

        Application {
            places = List.copyOf(places);
        }
    }

    /**
     * @param applicant token of who applies
     * @param household identifier of the family, as far as it shows
     * @param kin tokens of who applies and of their near relatives, who handle nothing of it
     * @param basis on which officers see the family, until it is decided
     */
    record Family(
            @LinkedComponent String applicant,
            @LinkedComponent @Nullable String household,
            @LinkedComponent List<String> kin,
            @LinkedComponent @Nullable String basis) {

        Family {
            kin = List.copyOf(kin);
        }
    }

    /**
     * @param surveyors who was at the door; sealed
     * @param answers what each source of the check said, see {@link MeansAnswer#text}
     * @param validUntil last day of the check
     * @param favourable whether the town proposes to grant it
     */
    record Inquiry(
            List<String> surveyors,
            List<String> answers,
            @Nullable LocalDate validUntil,
            @Nullable Boolean favourable) {

        static final Inquiry NONE = new Inquiry(List.of(), List.of(), null, null);

        Inquiry {
            surveyors = List.copyOf(surveyors);
            answers = List.copyOf(answers);
        }

        /** {@return what each source said} */
        List<MeansAnswer> said() {
            return answers.stream().map(MeansAnswer::of).toList();
        }
    }

    /**
     * @param monthlyAmount in fen
     * @param area urban or rural
     * @param startMonth first month
     * @param reviewCycle how often it is reviewed
     * @param members tokens of whom it covers
     */
    record Decision(
            @Nullable Long monthlyAmount,
            @Nullable String area,
            @Nullable String startMonth,
            @Nullable String reviewCycle,
            @LinkedComponent List<String> members) {

        static final Decision NONE = new Decision(null, null, null, null, List.of());

        Decision {
            members = List.copyOf(members);
        }
    }

    @Override
    public Case progressed(Progress<CaseState> further) {
        return new Case(further, application, family, inquiry, decision);
    }

    Case with(Application other) {
        return new Case(progress, other, family, inquiry, decision);
    }

    Case with(Inquiry other) {
        return new Case(progress, application, family, other, decision);
    }

    Case with(Decision other) {
        return new Case(progress, application, family, inquiry, other);
    }

    /** {@return the same, with what the applicant is told, sealed} */
    Case telling(String sealed, boolean asks) {
        return with(
                new Application(
                        application.kind,
                        application.department,
                        application.places,
                        application.channel,
                        application.consentNo,
                        application.asked || asks,
                        sealed));
    }

    /** {@return what no two open cases of a kind have in common} */
    String openKey() {
        return application.kind + "|" + family.applicant;
    }

    /** {@return whom it is about, for officers while it is open} */
    @Nullable Anchor anchor(Caller caller) {
        if (!(family.basis instanceof String basis)
                || !caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return null;
        }
        Map<String, String> tokens = new HashMap<>(Map.of("applicant", family.applicant));
        if (family.household instanceof String household) {
            tokens.put("household", household);
        }
        return new Anchor(basis, Purpose.A, tokens);
    }
}
