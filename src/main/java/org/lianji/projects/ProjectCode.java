package org.lianji.projects;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a project, or with its disclosure. */
enum ProjectCode implements Code {
    PROJECT_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这个慈善项目", "There is no such project among those you see"),
    PROJECT_RUNNING(
            ErrorType.BAD_REQUEST,
            "本组织已有同名的项目在实施，请查 helpProjects",
            "A project of yours has that name already and runs, see helpProjects"),
    PROJECT_DAY(
            ErrorType.BAD_REQUEST,
            "项目的最后一天须是日期，且在今天起一年之内；以后的供给会使它顺延",
            "The last day of a project is a date within a year from today; later offers put it"
                    + " off"),
    PROJECT_ACCOUNT(
            ErrorType.BAD_REQUEST,
            "收到和使用的款物须是 0 至 10 亿元，自项目开始累计，不能少于上次公开的数",
            "What came in and what was spent are 0 to 1,000,000,000 yuan since the project began,"
                    + " and no less than was disclosed last"),
    PROJECT_ORGANISATION(
            ErrorType.FORBIDDEN,
            "本组织尚未经民政部门核准，或已暂停：不能开始新的项目，已有的项目仍须按期公开",
            "Your organisation is not approved, or is suspended: it begins no project, and still"
                    + " discloses those that it has");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ProjectCode(ErrorType type, String zh, String en) {
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
