package org.lianji.outreach;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a clue or a visit. */
enum OutreachCode implements Code {
    CLUE_NOT_FOUND(ErrorType.NOT_FOUND, "本辖区没有这条线索", "There is no such clue in your region"),
    CLUE_SETTLED(
            ErrorType.BAD_REQUEST,
            "这条线索已办结，不能再补充；有新情况请另报一条",
            "This clue is settled and takes no more: report what is new as another"),
    CLUE_FULL(
            ErrorType.BAD_REQUEST,
            "一条线索至多补充 20 次，请另报一条",
            "A clue takes 20 statements at most: report another"),
    NOTHING_ADDED(
            ErrorType.BAD_REQUEST, "请至少补充一项内容", "Give at least one thing that is to be added"),
    OWN_CLUE(
            ErrorType.FORBIDDEN,
            "本人报告的线索由他人受理，请联系同事或上一级",
            "A clue is accepted by another than who reported it: ask a colleague, or the level"
                    + " above"),
    NO_SUCH_PLACE(
            ErrorType.BAD_REQUEST,
            "请填写本市旗县或以下的区划代码（见 regions 查询）",
            "Give a county of the city or a region below one: take a code from the query regions"),
    MATTER_NOT_YOURS(
            ErrorType.NOT_FOUND,
            "没有由您承办的这条预警或线索：先签收或受理，再登记走访",
            "There is no such warning or clue that is yours: take it on first, then record the"
                    + " visit"),
    WHICH_MATTER(
            ErrorType.BAD_REQUEST,
            "请写明为哪条预警（warning）或哪条线索（clue），二选一",
            "Say for which warning or for which clue: one of the two"),
    TWO_VISITORS(
            ErrorType.BAD_REQUEST,
            "入户走访须有两人以上，至多 6 人，请写明各人姓名",
            "A visit is made by two people or more, 6 at most: give the name of each"),
    VISIT_IN_FUTURE(
            ErrorType.BAD_REQUEST,
            "走访日期不能晚于今天，请核对",
            "A visit is not later than today: check the day"),
    WARNING_NOT_JOINED(
            ErrorType.BAD_REQUEST,
            "没有可以并入的这条预警：须在本辖区且未办结；线索所涉的人已知的，须涉及本人或其家庭（见 openWarnings）",
            "There is no such warning to join: it must be in your region and not settled, and,"
                    + " where it is known whom the clue is about, about them or their family: take"
                    + " one of openWarnings"),
    ERRAND(
            ErrorType.BAD_REQUEST,
            "不能这样派人走访：worker 是本部门另一人的客户端，role 是 VILLAGE_CADRE、ASSISTANT 或 SOCIAL_WORKER，until"
                    + " 从今天起至多 30 天；撤回的须是在派的",
            "Nobody can be sent like this: worker is the client of somebody else of your"
                + " department, role is VILLAGE_CADRE, ASSISTANT or SOCIAL_WORKER, until is within"
                + " 30 days from today; who is taken back must have been sent"),
    VISIT_TOO_EARLY(
            ErrorType.BAD_REQUEST,
            "走访日期不能早于预警发出或线索报告的那一天，请核对",
            "A visit is not earlier than the day on which its warning was raised, or its clue"
                    + " reported: check the day");

    private final ErrorType type;
    private final String zh;
    private final String en;

    OutreachCode(ErrorType type, String zh, String en) {
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
