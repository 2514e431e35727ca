package org.lianji.clocks;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a day that is worked out. */
public enum CalendarCode implements Code {
    CALENDAR_YEAR_MISSING(
            "缺少 {year} 年的放假安排，期限无法计算，本次没有办理；请管理员把国务院办公厅的通知写成文件，由 {setting} 指定",
            "The holidays of {year} are not loaded, the deadline can't be worked out and nothing"
                    + " was done: the operator loads the State Council's notice with the setting"
                    + " {setting}");

    private final String zh;
    private final String en;

    CalendarCode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public ErrorType type() {
        return ErrorType.INTERNAL_ERROR;
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
