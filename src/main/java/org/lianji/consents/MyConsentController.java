package org.lianji.consents;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/** What a consent tells whose it is. */
@Controller
final class MyConsentController {

    private final CaseConsents consents;

    MyConsentController(CaseConsents consents) {
        this.consents = consents;
    }

    @SchemaMapping
    String consent(MyCaseConsent mine) {
        return mine.one().id();
    }

    @SchemaMapping
    long version(MyCaseConsent mine) {
        return mine.one().version();
    }

    @SchemaMapping
    String whose(MyCaseConsent mine) {
        return mine.one().matter().person();
    }

    @SchemaMapping
    CaseConsent.Relation relation(MyCaseConsent mine) {
        return mine.one().paper().relation();
    }

    @SchemaMapping
    ConsentState state(MyCaseConsent mine) {
        return mine.one().state();
    }

    @SchemaMapping
    String consentNo(MyCaseConsent mine) {
        return mine.one().paper().consentNo();
    }

    @SchemaMapping
    LocalDate signedOn(MyCaseConsent mine) {
        return mine.one().paper().signedOn();
    }

    @SchemaMapping
    @Nullable LocalDate until(MyCaseConsent mine) {
        return mine.one().paper().until();
    }

    @SchemaMapping
    boolean inForce(MyCaseConsent mine) {
        return consents.inForce(mine.one());
    }

    @SchemaMapping
    @Nullable ZonedDateTime revokedAt(MyCaseConsent mine) {
        return mine.one().revokedAt();
    }

    /** Code of the department that asks for it. */
    @SchemaMapping
    String department(MyCaseConsent mine) {
        return mine.one().matter().department();
    }

    @SchemaMapping
    boolean canRevoke(MyCaseConsent mine, @AuthenticationPrincipal Caller caller) {
        return consents.allows(caller, ConsentTransition.REVOKE_OWN, mine.one());
    }
}
