package org.lianji.review;

import static org.lianji.review.ReviewSide.COUNTY;
import static org.lianji.review.ReviewSide.FAMILY;
import static org.lianji.review.ReviewSide.HUB;
import static org.lianji.review.ReviewSide.OFFICE;
import static org.lianji.review.ReviewState.BEGUN;
import static org.lianji.review.ReviewState.CHECKED;
import static org.lianji.review.ReviewState.CLOSED;
import static org.lianji.review.ReviewState.DECIDED;
import static org.lianji.review.ReviewState.ENDED;
import static org.lianji.review.ReviewState.HEARD;
import static org.lianji.review.ReviewState.HEARING;
import static org.lianji.review.ReviewState.OBJECTED;
import static org.lianji.review.ReviewState.PROPOSED;
import static org.lianji.review.ReviewState.SET_ASIDE;
import static org.lianji.review.ReviewState.UPHELD;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The way of a review: begun and proposed by the town, checked and decided by the county, and
 * nothing taken from a family that wasn't heard; and of an objection, which another officer judges.
 */
enum ReviewTransition implements Transition<ReviewState, AwardReview> {
    BEGIN(office().to(BEGUN).starts(Reviews.REVIEW_CLOCK, one -> one.subject().department())),
    CHECK(county().from(BEGUN).to(CHECKED)),
    PROPOSE(
            office().from(BEGUN, CHECKED)
                    .to(PROPOSED)
                    .inWriting()
                    .only(ReviewGuards.CHECKED_FIRST)),
    /** The family is told what is proposed, and why, and has days to state what it thinks. */
    OPEN_HEARING(
            office().from(PROPOSED)
                    .to(HEARING)
                    .only(ReviewGuards.TO_BE_HEARD)
                    .starts(Reviews.HEARING_CLOCK, one -> one.subject().department())
                    .as("openHearing")),
    /** What an officer was told by the family is written down by another than who proposed less. */
    STATE(
            turn(FAMILY)
                    .by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER, Role.CITIZEN)
                    .from(HEARING)
                    .to(HEARD)
                    .inWriting()
                    .only(ReviewGuards.TOLD_ANOTHER)
                    .expires(Reviews.HEARING_CLOCK)),
    DECIDE(
            county().from(PROPOSED, HEARING, HEARD)
                    .to(DECIDED)
                    .inWriting()
                    .only(ReviewGuards.HEARD)
                    .only(ReviewGuards.BY_ANOTHER)
                    .expires(Reviews.HEARING_CLOCK)
                    .ends(Reviews.REVIEW_CLOCK)
                    .starts(
                            one -> one.adverse() ? Reviews.NOTICE_CLOCK : null,
                            one -> one.subject().department())),
    /** The town hands it over in writing, with the reason and how to object (社会救助法 §48). */
    NOTICE_AWARD_CHANGE(
            office().from(DECIDED, ENDED)
                    .inWriting()
                    .only(ReviewGuards.TO_BE_TOLD)
                    .ends(Reviews.NOTICE_CLOCK)
                    .as("noticeAwardChange")),
    /** What is proposed anew is heard anew. */
    RETURN(
            county().from(PROPOSED, HEARING, HEARD)
                    .to(CHECKED)
                    .inWriting()
                    .expires(Reviews.HEARING_CLOCK)
                    .as("returnAwardReview")),
    CLOSE(
            county().from(BEGUN, CHECKED, PROPOSED, HEARING, HEARD)
                    .to(CLOSED)
                    .inWriting()
                    .expires(Reviews.HEARING_CLOCK)
                    .ends(Reviews.REVIEW_CLOCK)
                    .as("closeAwardReview")),
    OBJECT(
            turn(FAMILY)
                    .by(Role.TOWN_OFFICER, Role.CITIZEN)
                    .to(OBJECTED)
                    .inWriting()
                    .starts(Reviews.OBJECTION_CLOCK, one -> one.subject().department())),
    UPHOLD(judged().to(UPHELD)),
    REPLACE(judged().to(DECIDED).only(ReviewGuards.OF_AN_AWARD)),
    SET_DECISION_ASIDE(judged().to(SET_ASIDE).only(ReviewGuards.OF_A_REFUSAL)),
    /** The months of a gradual exit are over. */
    END_EXIT(Row.<ReviewState, AwardReview>turn(HUB).from(DECIDED).to(ENDED));

    private final Row<ReviewState, AwardReview> row;

    ReviewTransition(Row<ReviewState, AwardReview> row) {
        this.row = row;
    }

    private static Row<ReviewState, AwardReview> turn(ReviewSide side) {
        return Row.<ReviewState, AwardReview>turn(side).only(ReviewGuards.UNRELATED);
    }

    private static Row<ReviewState, AwardReview> office() {
        return turn(OFFICE).by(Role.TOWN_OFFICER);
    }

    private static Row<ReviewState, AwardReview> county() {
        return turn(COUNTY).by(Role.COUNTY_OFFICER);
    }

    private static Row<ReviewState, AwardReview> judged() {
        return county().from(OBJECTED)
                .inWriting()
                .only(ReviewGuards.NOT_WHO_DECIDED)
                .ends(Reviews.OBJECTION_CLOCK);
    }

    @Override
    public Row<ReviewState, AwardReview> row() {
        return row;
    }
}
