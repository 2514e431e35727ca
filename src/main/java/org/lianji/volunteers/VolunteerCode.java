package org.lianji.volunteers;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong where a volunteer is sent, or says how long they helped. */
enum VolunteerCode implements Code {
    NO_VOLUNTEERS_ORDER(
            ErrorType.NOT_FOUND,
            "没有本组织已接单、在办的这份志愿服务单：先接单（acceptServiceOrder），合同服务单不派志愿者",
            "There is no such order of your volunteers that is accepted and open: accept it first"
                    + " (acceptServiceOrder); an order under a contract has no volunteers"),
    VOLUNTEER_ERRAND(
            ErrorType.BAD_REQUEST,
            "volunteer 是本组织志愿者的客户端标识（角色 VOLUNTEER），1 至 100 个字符，不是派出的人自己；撤回的须是在派的",
            "The volunteer is the client of a volunteer of your organisation (role VOLUNTEER), 1 to"
                    + " 100 characters, not your own; who is taken back must have been sent"),
    NOT_SENT(
            ErrorType.NOT_FOUND,
            "这份服务单没有派您，或者已撤回、已办结、同意已到期：请查 volunteerAssignments",
            "You are not sent for that order, or it was taken back, is over, or the consent is: see"
                    + " volunteerAssignments"),
    HOURS_HELPED(
            ErrorType.BAD_REQUEST,
            "时数为 1 至 24 的整数，日期从受派之日起、不晚于今天，每日合计不超过 24",
            "Hours are a whole number from 1 to 24, on a day since you were sent and not later than"
                    + " today, 24 in all of a day");

    private final ErrorType type;
    private final String zh;
    private final String en;

    VolunteerCode(ErrorType type, String zh, String en) {
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
