package org.lianji.disclosure;

import org.lianji.items.Yuan;
import org.lianji.projects.ProjectDisclosures;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is public, to be printed.
 *
 * @param words below its title
 * @param heads of its columns
 * @param rows each with as many columns, the first a name
 */
record PublicTable(String title, String words, List<String> heads, List<List<String>> rows) {

    PublicTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    static PublicTable notices(List<Notices.Line> lines) {
        return new PublicTable(
                "社会救助公示",
                "对以下公示有异议的，请在公示期内向苏木乡镇人民政府（街道办事处）反映，可以不留姓名。",
                List.of("申请人", "家庭成员数", "金额（元）", "类别", "公示至"),
                lines.stream()
                        .map(
                                line ->
                                        List.of(
                                                line.name(),
                                                Integer.toString(line.members()),
                                                line.amount() == null
                                                        ? "—"
                                                        : Yuan.text(line.amount()),
                                                line.kind().zh(),
                                                line.lastDay().toString()))
                        .toList());
    }

    static PublicTable recipients(List<RecipientList.Line> lines) {
        return new PublicTable(
                "社会救助对象公开名单",
                "现正享受救助的家庭：申请人、家庭成员数和月保障金额；未满 18 周岁的人和人身安全有危险的人不公开。",
                List.of("申请人", "家庭成员数", "月金额（元）", "类别"),
                lines.stream()
                        .map(
                                line ->
                                        List.of(
                                                line.name(),
                                                Integer.toString(line.members()),
                                                Yuan.text(line.amount()),
                                                line.kind().zh()))
                        .toList());
    }

    static PublicTable projects(List<ProjectDisclosures.ProjectDisclosure> disclosed) {
        return new PublicTable(
                "慈善项目公开信息",
                "款物为项目开始以来的累计；帮扶户数取整十数，不足 10 户的留待下次公开，以免看出是哪一户。",
                List.of("项目", "慈善组织", "公开日期", "收到（元）", "使用（元）", "本次公开的帮扶"),
                disclosed.stream()
                        .map(
                                one ->
                                        List.of(
                                                one.project(),
                                                one.charity(),
                                                one.on().toString(),
                                                Yuan.text(one.received()),
                                                Yuan.text(one.spent()),
                                                one.given().stream()
                                                        .map(PublicTable::given)
                                                        .collect(Collectors.joining("；"))))
                        .toList());
    }

    private static String given(ProjectDisclosures.DisclosedHelp one) {
        return "%s %d %s，%d 户"
                .formatted(one.kind().zh(), one.quantity(), one.kind().unit().zh(), one.families());
    }

    static PublicTable funds(List<FundCells.Cell> cells) {
        return new PublicTable(
                "社会救助资金公开",
                "户数取整十数，金额取整千元；不足 10 户的并入其他嘎查村，以免看出是哪一户。",
                List.of("地方", "户数（约）", "金额（元，约）", "类别"),
                cells.stream()
                        .map(
                                cell ->
                                        List.of(
                                                cell.place(),
                                                Integer.toString(cell.families()),
                                                Long.toString(cell.amount()),
                                                cell.kind().zh()))
                        .toList());
    }
}
