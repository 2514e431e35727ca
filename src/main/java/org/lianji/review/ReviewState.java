package org.lianji.review;

/** Where a review stands, and how the family is told so. */
enum ReviewState {
    BEGUN("正在复核您家的救助", "Your help is being looked at again"),
    CHECKED("已核对家庭经济状况，苏木乡镇正在提出意见", "Checked: the town forms its opinion"),
    PROPOSED("苏木乡镇已提出意见", "The town has formed its opinion"),
    HEARING("拟减发或停发救助，请在期限内陈述意见", "Less help is proposed: please say what you think of it in time"),
    HEARD("已听取您的陈述，等待旗县决定", "You were heard: the county decides"),
    OBJECTED("已收到您的异议，由另一名工作人员复核", "Your objection is here: another officer looks into it"),
    DECIDED("已作出复核决定；不服的可以提出异议或者申请行政复议", "Decided: you may object"),
    UPHELD("复核后维持原决定，理由见说明；不服的可以申请行政复议", "The decision stands, for the reason given"),
    SET_ASIDE(
            "原决定已撤销，苏木乡镇将重新办理您的申请",
            "The decision is set aside: the town takes your application anew"),
    ENDED("渐退期已满，救助已停止", "The months of the gradual exit are over, and the help has ended"),
    CLOSED("复核已终止，救助照旧", "Closed without a decision: nothing changes");

    private final String zh;
    private final String en;

    ReviewState(String zh, String en) {
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
        return compareTo(DECIDED) < 0;
    }
}
