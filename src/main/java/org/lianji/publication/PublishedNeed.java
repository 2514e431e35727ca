package org.lianji.publication;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;

import java.time.LocalDate;

/**
 * A need as one charity sees it.
 *
 * @param pseudonym by which this charity alone knows it, as long as it is shown
 * @param cell everything else that is shown
 * @param publishedOn with how many others, at least nine, it became known
 * @param until the last day on which it is shown, whatever becomes of it
 */
record PublishedNeed(String pseudonym, NeedCell cell, LocalDate publishedOn, LocalDate until) {

    public HelpKind kind() {
        return cell.kind();
    }

    public HelpKind.HelpUnit unit() {
        return cell.kind().unit();
    }

    public QuantityBand quantity() {
        return cell.quantity();
    }

    public String region() {
        return cell.region();
    }

    public @Nullable Hardship hardship() {
        return cell.hardship();
    }

    public @Nullable AgeBand age() {
        return cell.age();
    }

    public @Nullable String urgency() {
        return cell.urgency();
    }
}
