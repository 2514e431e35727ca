package org.lianji.assistance;

import java.util.List;
import java.util.stream.Stream;

/** Where a case stands, and how its applicant is told so. */
public enum CaseState {
    SUBMITTED("申请已收到，苏木乡镇正在审查材料", "Received: the town looks at the papers"),
    SUPPLEMENT("材料不全，请按告知的内容补正", "Something is missing: please bring what you were told"),
    ACCEPTED("已受理，工作人员将上门入户调查", "Accepted: somebody will come to see you"),
    SURVEYED("已入户调查，旗县正在核对家庭经济状况", "Surveyed: the county checks the family's means"),
    CHECKED("核对已完成，苏木乡镇正在提出意见", "Checked: the town forms its opinion"),
    OPINION("苏木乡镇已提出意见", "The town has formed its opinion"),
    NOTICED("拟给予救助，正在公示，为期 7 日", "Proposed, and published for seven days"),
    REPORTED("已报送旗县，等待审核确认", "Reported to the county, which decides"),
    CONFIRMED("已批准，从下月起发放", "Granted, from next month on"),
    PAYING("救助金发放中", "Being paid"),
    REFUSED("未获批准，理由见说明；不服的可以申请复核或者行政复议", "Refused, for the reason given: you may object"),
    WITHDRAWN("您已撤回申请", "You have withdrawn it"),
    ABORTED(
            "审核已终止，原因见说明；可以重新申请，不服的可以申请复核",
            "Ended without a decision, for the reason given: you may apply anew, or object");

    /** Names of those in which an application has ended without a decision. */
    public static final List<String> ENDED = Stream.of(WITHDRAWN, ABORTED).map(Enum::name).toList();

    private final String zh;
    private final String en;

    CaseState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** {@return the sentence in Chinese} */
    public String zh() {
        return zh;
    }

    /** {@return the sentence in English} */
    String en() {
        return en;
    }

    /** {@return whether it is still to be decided} */
    boolean open() {
        return compareTo(CONFIRMED) < 0;
    }
}
