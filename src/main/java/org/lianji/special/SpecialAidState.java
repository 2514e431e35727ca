package org.lianji.special;

/** Where a part of an application stands, and how who applied is told so. */
enum SpecialAidState {
    SENT("已转给办理的部门，等待受理", "Sent to the department that decides it"),
    RECEIVED("部门正在办理", "The department is deciding it"),
    GRANTED("已决定给予救助，内容见答复", "Granted: see the answer"),
    REFUSED(
            "不予救助，理由见答复；不服的可以申请行政复议",
            "Refused, for the reason given: you may go to the government above"),
    RETURNED("部门已退回，苏木乡镇会告诉您接下来怎样办", "Given back: the town will tell you what comes next"),
    WITHDRAWN("已撤回", "Taken back");

    private final String zh;
    private final String en;

    SpecialAidState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** {@return whether it is still to be decided} */
    boolean open() {
        return this == SENT || this == RECEIVED;
    }
}
