package org.lianji.cooperation;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a cooperation task. */
enum CooperationCode implements Code {
    COOPERATION_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有这件协助，或者不由您的单位提出或办理",
            "There is no such cooperation task, or it is not of your office"),
    COOPERATION_MATTER(
            ErrorType.BAD_REQUEST,
            "matter 须是您正在办理的先行救助或救助申请，且已知是谁",
            "matter is a relief case or an application that you handle, of somebody who is known"),
    COOPERATION_COUNTY(
            ErrorType.BAD_REQUEST,
            "registeredIn 填户籍所在旗县的区划代码：不是救助发生的旗县；库中已有本人户籍的，须与之相同",
            "registeredIn is the code of the county of registration, other than that of the help;"
                    + " where the library knows it, that county"),
    COOPERATION_ASKED(
            ErrorType.BAD_REQUEST,
            "这件救助已请户籍地协助，请等待答复或先撤回",
            "The county of registration has been asked already: wait for its answer, or withdraw"
                    + " it"),
    COOPERATION_INSIDE(
            ErrorType.BAD_REQUEST,
            "本市的旗县自行答复，不由请求方代为登记",
            "A county of the city answers by itself: nobody records it in its stead"),
    COOPERATION_NO_LETTER(
            ErrorType.BAD_REQUEST,
            "请本市旗县协助的是任务，没有函件：由该旗县受理后答复",
            "A county of the city is asked by a task, without a letter: it takes that on and"
                    + " answers"),
    COOPERATION_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "涉及本人或近亲属的协助须由他人办理",
            "Somebody else handles what is about you or a near relative");

    private final ErrorType type;
    private final String zh;
    private final String en;

    CooperationCode(ErrorType type, String zh, String en) {
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
