package org.lianji.review;

/**
 * A review as the family sees it.
 *
 * @param one the review
 */
record MyReview(AwardReview one) {}
