package org.lianji.merges;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a merge of two persons. */
enum PersonMergeCode implements Code {
    MERGE_NOT_FOUND(
            ErrorType.NOT_FOUND, "本辖区没有这件人员归并", "There is no such merge of persons in your region"),
    MERGE_NOT_PROVEN(
            ErrorType.BAD_REQUEST,
            "两人须不是同一标识、都属本辖区、都在这件事由之内，且有按其用途对您可见的重户注销（GA02）记录表明其一的号码已注销；已认定为不同的人、性别不同、同户或有抚养赡养关系的不能归并",
            "Name two persons of your region whom the basis leads to, one of whose numbers was"
                + " cancelled as a duplicate by a record (GA02) that shows to you for its purpose;"
                + " who was decided to be different, or is of another sex, of one household with"
                + " the other, or bound to support them, can't be merged"),
    MERGE_IN_HAND(
            ErrorType.BAD_REQUEST,
            "这两人的归并已在办理或已归并，请先查看 personMerges",
            "A merge of these two is in hand or done: look at personMerges"),
    MERGE_OPEN_TWICE(
            ErrorType.BAD_REQUEST,
            "归并后一人同类事项只能有一件：两人（或其家庭）各有一件正在办理，或一人正在办理而另一人已在保（见 kinds），请先办结、撤回或终止其中一件",
            "One person has one open of a kind: both, or their families, have one in hand, or one"
                + " has while the other is helped already (kinds tells of what): finish, withdraw"
                + " or end one of them first"),
    MERGE_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "涉及本人或近亲属，请由他人办理",
            "It concerns you or a near relative of yours: let somebody else do it");

    private final ErrorType type;
    private final String zh;
    private final String en;

    PersonMergeCode(ErrorType type, String zh, String en) {
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
