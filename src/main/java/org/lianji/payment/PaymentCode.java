package org.lianji.payment;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a payment sheet. */
enum PaymentCode implements Code {
    PAYMENT_NOT_FOUND(ErrorType.NOT_FOUND, "本辖区没有这份发放单", "There is no such sheet in your region"),
    PAYMENT_PLACE(
            ErrorType.BAD_REQUEST,
            "发放单按苏木乡镇编制：请给出您旗县内苏木乡镇的 12 位代码",
            "A sheet is drawn up for a township: give the 12 digits of one in your county"),
    PAYMENT_MONTH(
            ErrorType.BAD_REQUEST,
            "发放月份须是本月或上月，写成 yyyy-MM",
            "The month is this one or the last, written yyyy-MM"),
    PAYMENT_NOTHING_DUE(
            ErrorType.BAD_REQUEST,
            "这个苏木乡镇本月没有应发而未编入发放单的救助",
            "Nothing is due in this township for the month that isn't on a sheet already"),
    PAYMENT_SECOND_PERSON(
            ErrorType.FORBIDDEN,
            "编制发放单的人不能审核自己编制的发放单，请由旗县另一名工作人员审核",
            "Who drew the sheet up doesn't approve it: another officer of the county does"),
    PAYMENT_CHANGED(
            ErrorType.BAD_REQUEST,
            "编制之后有救助停发或金额变动：请作废这份发放单，重新编制",
            "Since it was drawn up something on it has ended or has another amount: cancel it and"
                    + " draw it up anew"),
    PAYMENT_RETURN_FILE(
            ErrorType.BAD_REQUEST,
            "银行回单须是带表头 line,amount,result,reason 的 CSV，至多 2 MB，每行四列；未入账",
            "The bank's file is CSV of 2 MB at most with the header line,amount,result,reason, four"
                    + " columns a row; nothing was taken"),
    PAYMENT_RETURN_CSV(
            ErrorType.BAD_REQUEST,
            "银行回单从第 {row} 行起不是四列的 CSV：请查这一行的逗号和引号；未入账",
            "From row {row} on the bank's file is no CSV of four columns: look at its commas and"
                    + " quotes; nothing was taken"),
    PAYMENT_RETURN_ROW(
            ErrorType.BAD_REQUEST,
            "银行回单第 {row} 行的 {column} 不对，未入账：line 是发放单上应发的一行且只出现一次，amount 与之一致（两位小数），result 为 PAID 或"
                    + " RETURNED，退回的 reason 写明原因（1 至 200 个字符）",
            "In row {row} of the bank's file {column} is wrong, and nothing was taken: line is one"
                    + " of the sheet that pays, once; amount is the same, with two decimals; result"
                    + " is PAID or RETURNED; reason says in 1 to 200 characters why it came back"),
    PAYMENT_RETURN_MISSING(
            ErrorType.BAD_REQUEST,
            "银行回单少了 {missing} 行，最前的是发放单第 {line} 行：应发的每一行都要有；未入账",
            "The bank's file lacks {missing} lines, the first of which is line {line} of the sheet:"
                    + " each that pays must be there; nothing was taken");

    private final ErrorType type;
    private final String zh;
    private final String en;

    PaymentCode(ErrorType type, String zh, String en) {
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
