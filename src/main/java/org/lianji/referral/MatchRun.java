package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.matching.Explanation;

import java.util.List;
import java.util.Locale;

/**
 * What was matched.
 *
 * @param suggestions what goes together, the most urgent first
 * @param unserved needs for which there is nothing, the most urgent first
 * @param best whether nothing better exists, as proven
 */
record MatchRun(List<Suggestion> suggestions, List<UnservedNeed> unserved, boolean best) {

    static final MatchRun NOTHING = new MatchRun(List.of(), List.of(), true);

    MatchRun {
        suggestions = List.copyOf(suggestions);
        unserved = List.copyOf(unserved);
    }

    /**
     * @param need identifier
     * @param offer identifier
     * @param pairing identifier; null where it is not proposed
     * @param reason why this offer
     */
    record Suggestion(String need, String offer, @Nullable String pairing, Reason reason) {}

    /**
     * @param need identifier
     * @param reason why there is nothing
     */
    record UnservedNeed(String need, Reason reason) {}

    /**
     * @param why in a word
     * @param lacking how much more would do; 0 where that is not the reason
     * @param kind of help, which has the unit
     */
    record Reason(Why why, int lacking, HelpKind kind) {

        static Reason of(Explanation explanation, HelpKind kind) {
            return new Reason(Why.valueOf(explanation.why().name()), explanation.lacking(), kind);
        }

        /** {@return a sentence in the caller's language} */
        String sentence(Locale locale) {
            boolean english = english(locale);
            String why = this.why.sentence(locale);
            return lacking == 0
                    ? why
                    : (english ? "%s; with %d %s more it could be met" : "%s；再有 %d %s即可满足")
                            .formatted(why, lacking, unit(english));
        }

        private static boolean english(Locale locale) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        }

        private String unit(boolean english) {
            return switch (kind.unit()) {
                case PIECE -> english ? lacking == 1 ? "piece" : "pieces" : "件";
                case YUAN -> english ? "yuan" : "元";
                case HOUR -> english ? lacking == 1 ? "hour" : "hours" : "小时";
                case VISIT -> english ? lacking == 1 ? "visit" : "visits" : "次";
            };
        }
    }

    /** Why a need is served as it is, or not. */
    enum Why {
        ONLY_OFFER("适合这项需求的供给只有这一项", "It is the only offer that fits"),
        BEST_OFFER(
                "适合的供给中，它最近、最对口",
                "Of the offers that fit it is the nearest and the most to the point"),
        BEST_WITH_ROOM(
                "还有余量的供给中，它最近、最对口；更好的已给了别的需求，那些需求同样急或更急，或者别无供给",
                "Of the offers that have room it is the nearest and the most to the point; better"
                        + " ones serve needs that are as urgent, or have no other"),
        NO_OFFER("没有适合这项需求的供给", "There is no offer that fits"),
        TOO_LARGE("适合的供给余量都不够", "No offer that fits has as much left"),
        MORE_URGENT("适合的供给都给了更急的需求", "The offers that fit serve more urgent needs"),
        AS_URGENT(
                "适合的供给给了同样急的需求，那样帮到的更多，或更近、更对口、更均衡",
                "The offers that fit serve needs that are as urgent: so more are helped, or nearer,"
                        + " more to the point, or more evenly"),
        HELPED("近 90 天内已得到、或正在办理同样的帮扶", "The same help was given within 90 days, or is under way"),
        FAMILY_NEED(
                "同一家庭的另一项同样的需求在先，这种帮扶全家共用",
                "Another need of the family for the same comes first, and that help is for all of"
                        + " it"),
        ANOTHER_NEED("同一人的另一项同样的需求在先", "Another need of the same person for the same comes first");

        private final String zh;
        private final String en;

        /** {@return a sentence in the caller's language} */
        String sentence(Locale locale) {
            return Reason.english(locale) ? en : zh;
        }

        Why(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }
}
