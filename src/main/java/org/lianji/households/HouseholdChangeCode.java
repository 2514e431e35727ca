package org.lianji.households;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a change of a household. */
enum HouseholdChangeCode implements Code {
    HOUSEHOLD_CHANGE_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有您可见的这件家庭成员变动",
            "There is no such change of a household that you may see"),
    HOUSEHOLD_CHANGE_VISIT(
            ErrorType.BAD_REQUEST,
            "须是由您承办的预警或线索的走访（visit），且 household" + " 是所涉人员现在共同生活的家庭（其低保、低保边缘或刚性支出记录有效）",
            "Name a visit for a warning or a clue that you work on, and the household of living"
                    + " together, by a record in force of MZ01, MZ03 or MZ04, of whom it is about"),
    HOUSEHOLD_CHANGE_NO_RECORD(
            ErrorType.BAD_REQUEST,
            "走访所涉的人没有有效的低保、低保边缘或刚性支出记录，没有可写入的家庭：户籍登记有误的，向公安提校核（raiseCorrection）；谁共同生活，受理申请（submitCase）后在入户调查（recordSurvey）中登记，获批后随其记录入库",
            "Nobody whom the visit is about is of a family by a record in force of MZ01, MZ03 or"
                + " MZ04, so there is none to write it into: have a wrong registration corrected by"
                + " the police (raiseCorrection); who lives together is stated by the survey of an"
                + " application (submitCase, recordSurvey), and is in the library with the record"
                + " of what is granted"),
    HOUSEHOLD_CHANGE_PERSON(
            ErrorType.BAD_REQUEST,
            "LEFT 须填现有成员的标识（person），记录所登记的对象本人除外（其变动经复核办理）；JOINED 须填库中已知、尚不是成员的人的公民身份号码和姓名，两者须相符",
            "LEFT takes the identifier of a member (person), but not of whom the record is about,"
                + " whose change is a review's; JOINED takes the ID number and the name, which must"
                + " agree, of somebody whom the library knows and who is no member yet"),
    HOUSEHOLD_CHANGE_IN_HAND(
            ErrorType.BAD_REQUEST,
            "此人在这个家庭的变动已经报告，待确认（见 householdChanges）",
            "A change of this person in this household waits to be confirmed: look at"
                    + " householdChanges"),
    HOUSEHOLD_CHANGE_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "涉及本人或近亲属，请由他人办理",
            "It concerns you or a near relative of yours: let somebody else do it");

    private final ErrorType type;
    private final String zh;
    private final String en;

    HouseholdChangeCode(ErrorType type, String zh, String en) {
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
