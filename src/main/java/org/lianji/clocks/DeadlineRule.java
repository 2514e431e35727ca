package org.lianji.clocks;

/**
 * A clock that the law sets.
 *
 * @param code stable name, such as {@code SHARE_ANSWER_COND}
 * @param days how many
 * @param unit of what
 * @param extension how many more may be granted, once
 * @param nameZh what must be done, in Chinese
 * @param nameEn what must be done, in English
 * @param basis law and article
 */
public record DeadlineRule(
        String code,
        int days,
        Unit unit,
        int extension,
        String nameZh,
        String nameEn,
        String basis) {

    private static final String SHARING_LAW = "政务数据共享条例";

    /**
     * {@return whether it is about departments that share, and not about what is done for people}
     */
    boolean isOfSharing() {
        return basis.startsWith(SHARING_LAW);
    }

    /** What a clock counts; the day of the start never counts. */
    public enum Unit {
        WORKING_DAY,
        DAY,
        MONTH
    }
}
