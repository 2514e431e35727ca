package org.lianji.workers;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with the registration of a worker. */
enum WorkerCode implements Code {
    WORKER_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有您可见的这名工作人员", "There is no such worker that you may see"),
    WORKER_REGISTERED(
            ErrorType.BAD_REQUEST,
            "这个账号已经登记（见 workers）；登记有误或换了人的，先结束（endWorker）再重新登记",
            "The account is registered already (see workers): where that is wrong, or it is"
                    + " somebody else's now, end it (endWorker) before you register it anew"),
    WORKER_PLACE(
            ErrorType.BAD_REQUEST,
            "工作的区划（region）须是您所在的旗县，或者其中的苏木乡镇、嘎查村、社区",
            "The region must be your county, or a township, village or community in it"),
    WORKER_SELF(
            ErrorType.FORBIDDEN,
            "本人的登记由旗县的另一名工作人员办理",
            "Another officer of the county registers you, and ends your registration");

    private final ErrorType type;
    private final String zh;
    private final String en;

    WorkerCode(ErrorType type, String zh, String en) {
        this.type = type;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public ErrorType type() {
        return type;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
