package org.lianji.looks;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.AuditEntryView;
import org.lianji.audit.Entry;
import org.lianji.audit.EntryWording;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain Chinese who looked at what, when and for what. */
@Component
final class Sentences {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu年M月d日HH时mm分", Locale.CHINA);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    /** What the hub does by itself is done by this client. */
    private static final String HUB = "hub";

    private static final Map<String, String> RECIPIENT =
            Map.of(
                    "recipient.name", "姓名",
                    "recipient.phone", "联系电话",
                    "recipient.address", "地址");

    private final EntryWording wording;

    Sentences(EntryWording wording) {
        this.wording = wording;
    }

    /**
     * What stands behind an entry.
     *
     * @param declared whether somebody's word alone is the basis of the look
     * @param judged how the emergency was judged that the entry is about
     * @param consent to what the person consented
     * @param charities names by unified code
     */
    record Background(
            boolean declared,
            Grounds.@Nullable Judgement judged,
            Consents.@Nullable Consent consent,
            Map<String, String> charities) {}

    /**
     * @param child whether the data are a child's, whose guardian asks
     */
    Access access(AuditEntryView entry, Caller caller, boolean child, Background background) {
        boolean own = entry.department().isEmpty() && entry.client().equals(caller.client());
        return new Access(
                entry.id(),
                entry.at(),
                entry.kind(),
                entry.department().isEmpty() ? null : entry.department(),
                wording.department(entry.department())
                        .orElse(background.charities().get(entry.department())),
                entry.purpose(),
                entry.kind() == Kind.DENIAL,
                own,
                entry.items(),
                entry.absent(),
                entry.agreements(),
                sentence(entry, own, child, background)
                        + (background.declared() && looked(entry) ? "所依据的事项由该部门自行申报。" : ""),
                entry.place());
    }

    private String sentence(
            AuditEntryView entry, boolean own, boolean child, Background background) {
        String whose = child ? "您的孩子的" : "您的";
        String purpose =
                wording.purpose(String.valueOf(entry.purpose()))
                        .map(name -> "为“" + name + "”")
                        .orElse(own || needsNoPurpose(entry.kind()) ? "" : "未说明用途，");
        String agreements =
                entry.agreements().isEmpty()
                        ? ""
                        : "依据共享协议" + String.join("、", entry.agreements()) + "。";
        String done =
                entry.act() instanceof Act act
                        ? done(act, entry, purpose, whose, own, background)
                        : purpose + asked(entry, whose) + "。";
        return TIME.format(entry.at()) + "，" + who(entry, own, background) + done + agreements;
    }

    private static boolean looked(AuditEntryView entry) {
        return entry.act() == null || entry.act() == Act.FINDING_READ;
    }

    /** What there was is told apart from what was asked and was not there. */
    private String asked(AuditEntryView entry, String whose) {
        String absent =
                entry.absent().isEmpty() ? "" : "查询过" + whose + items(entry.absent()) + "，无记录";
        boolean nothing = entry.items().isEmpty() && !absent.isEmpty();
        return nothing
                ? absent
                : done(entry, whose + items(entry.items()))
                        + (absent.isEmpty() ? "" : "；" + absent);
    }

    private static String done(AuditEntryView entry, String what) {
        return switch (entry.kind()) {
            case READ -> "查看了" + what;
            case DENIAL -> "试图查看" + what + "，已被拒绝";
            case WRITE -> "登记、校核、更正或撤回了" + what;
            case GRANT -> "批准了共享" + what;
            case EMERGENCY -> "以紧急查阅方式查看了" + what;
            case REVIEW -> "审查了对" + what + "的紧急查阅";
            case STATISTICS -> "在统计汇总中使用了" + what;
            case EXPORT -> taken(entry) + what;
            case FINDING -> compared(entry, what);
            case RUN -> "按监测预警规则比对了" + what;
            case CLUE -> "报告或办理了一条困难线索，涉及" + what;
            case VISIT -> "登记了一次入户走访，涉及" + what;
        };
    }

    /** What becomes of the bases of looks; of hiding them nobody is told whom it hides from. */
    private String done(
            Act act,
            AuditEntryView entry,
            String purpose,
            String whose,
            boolean own,
            Background background) {
        Grounds.Judgement judged = background.judged();
        return switch (act) {
            case CONFIRMED -> "确认了本部门自行申报的、涉及" + whose + "信息的事项。";
            case REFUSED -> "未确认本部门自行申报的、涉及" + whose + "信息的事项，此后不能再据以查看。";
            case DECLARED, REGISTERED, EXTENDED, JOINED, LEFT -> "办理了涉及" + whose + "信息的事项。";
            case GLASS_BROKEN -> "以紧急情况为由开启了对" + whose + "信息的紧急查阅，事后须经审查。";
            case CLOSED -> purpose + "登记的、涉及" + whose + "信息的事项已办结，此后不能再据以查看。";
            case JUSTIFIED -> verdict(entry, whose, "确属紧急", judged);
            case UNJUSTIFIED -> verdict(entry, whose, "不应查阅，移交处理", judged);
            case HIDING_ASKED, HIDING_SIGNED -> "办理了事项的告知手续。";
            case REFERRED -> "办理了为" + person(whose) + "联系慈善帮扶的事项。";
            case ASKED_OUTSIDE ->
                    purpose
                            + "凭核对授权，以"
                            + whose
                            + "公民身份号码向平台以外的机构查询了"
                            + whose
                            + items(entry.items())
                            + "。";
            case SERVED -> "办理了为" + person(whose) + "评估或安排服务的事项。";
            case CONSENTED ->
                    (own
                                    ? "同意"
                                    : guardian(entry)
                                            ? "代" + person(whose) + "同意"
                                            : "记下了" + whose + "同意：")
                            + "由"
                            + charity(background)
                            + "知悉"
                            + whose
                            + recipient(entry)
                            + until(background)
                            + "。";
            case CONSENT_REVOKED ->
                    (own
                                    ? "撤回了同意："
                                    : guardian(entry)
                                            ? "代" + person(whose) + "撤回了同意："
                                            : "记下了" + whose + "同意已撤回：")
                            + charity(background)
                            + "此后不能再查看"
                            + whose
                            + recipient(entry)
                            + "。";
            case RECIPIENT_READ -> "为提供帮扶，凭" + whose + "同意查看了" + whose + recipient(entry) + "。";
            case RECORD_LINKED ->
                    "经两人核对，认定一条记录是" + person(whose) + "的，此后归入" + whose + items(entry.items()) + "。";
            case RECORD_SEPARATED ->
                    "撤销了一条记录与" + person(whose) + "的关联，涉及" + items(entry.items()) + "。";
            case RECORD_TOLD_APART ->
                    "认定一条以"
                            + whose
                            + "号码报送的记录不是"
                            + person(whose)
                            + "的，涉及"
                            + items(entry.items())
                            + "。";
            case PERSONS_MERGED -> "经两人核对并依据公安机关的重户注销记录，认定两个号码都是" + person(whose) + "的，此后归并。";
            case PERSONS_SPLIT -> "撤销了把另一个号码归并到" + person(whose) + "，两边各自复原。";
            case HOUSEHOLD_CHANGED ->
                    "经走访发现、另一人确认，按"
                            + person(whose)
                            + "来到或离开家庭的情况，改了"
                            + items(entry.items())
                            + "中的成员。";
            case WORKER_REGISTERED -> "登记了" + person(whose) + "是社会救助工作人员以及所用的账号（近亲属备案）。";
            case WORKER_ENDED -> "结束了" + whose + "工作人员登记。";
            case WORKER_READ -> "为工作人员回避近亲属的申请，查看了" + whose + "工作人员登记。";
            case FINDING_READ -> purpose + asked(entry, whose) + "。";
            case COMPLAINT_READ -> "为办理" + whose + "投诉查看了投诉内容。";
            case CASE_SOUGHT -> "以" + whose + "公民身份号码查找了救助申请。";
            case CASE_CONSENT_RECORDED -> "登记了" + whose + "授权：为办理救助申请核对家庭经济状况。";
            case CASE_PAPER_RECORDED -> "登记了" + whose + "救助申请的一份材料：只记编号和摘要，不存内容。";
            case CASE_CONSENT_REVOKED ->
                    (own
                                    ? "撤回了授权"
                                    : guardian(entry)
                                            ? "代" + person(whose) + "撤回了授权"
                                            : "记下了" + whose + "授权已撤回")
                            + "：此后不能再为核对家庭经济状况查看"
                            + whose
                            + "信息。";
            case AGENCY_RECORDED -> "登记了" + person(whose) + "作为被代理人或者代理人的一项代理（申请救助）。";
            case AGENCY_ENDED -> "结束了" + person(whose) + "作为被代理人或者代理人的一项代理，此后不能再据以办理。";
            case CASE_BY_AGENT, CASE_BY_GUARDIAN ->
                    "代" + (own ? "他人" : person(whose)) + "提交或者办理了救助申请。";
            case COMPLAINT_HANDLED -> own ? "提出或者跟进了投诉。" : "办理了" + whose + "投诉。";
        };
    }

    private static String verdict(
            AuditEntryView entry,
            String whose,
            String verdict,
            Grounds.@Nullable Judgement judged) {
        String note =
                judged == null
                        ? ""
                        : judged.digest().equals(entry.digest())
                                ? "理由：" + judged.note() + "。"
                                : "理由的原文与链上留存的不符。";
        return "审查了以紧急查阅方式查看" + whose + "信息的事项，结论：" + verdict + "。" + note;
    }

    /** Without a purpose a department takes nothing but what it sent and the hub did not keep. */
    private static String taken(AuditEntryView entry) {
        if (entry.purpose() == null) {
            return "取回了自己报送而没有入库的数据，其中有";
        }
        boolean emergency = String.valueOf(entry.basis()).startsWith("E");
        return emergency ? "以紧急查阅方式导出了" : "导出了";
    }

    /** The hub compares for the department that leads; its officers do what comes after. */
    private static String compared(AuditEntryView entry, String what) {
        return entry.client().equals(HUB)
                ? "由系统按监测预警规则比对了" + what + "，发现需要工作人员核实的情况，不会仅凭比对结果作出决定"
                : "办理了由" + what + "引起的预警";
    }

    private static boolean needsNoPurpose(Kind kind) {
        return kind == Kind.WRITE || kind == Kind.EXPORT;
    }

    /** What no department's and no citizen's client did, the hub did. */
    private String who(AuditEntryView entry, boolean own, Background background) {
        if (own) {
            return "您本人";
        }
        if (entry.department().isEmpty()) {
            return entry.client().equals(HUB)
                    ? "平台"
                    : guardian(entry)
                            ? "监护人"
                            : entry.act() == Act.CASE_BY_AGENT ? "代理人" : party(entry);
        }
        return wording.department(entry.department())
                .orElseGet(() -> charity(entry.department(), background));
    }

    /** Nobody but the person and a child's guardians consents with a citizen's token. */
    private static boolean guardian(AuditEntryView entry) {
        return entry.department().isEmpty()
                && (entry.act() == Act.CONSENTED
                        || entry.act() == Act.CONSENT_REVOKED
                        || entry.act() == Act.CASE_CONSENT_REVOKED
                        || entry.act() == Act.CASE_BY_GUARDIAN);
    }

    /** Either of the two ends an agency; others look as the law lets them. */
    private static String party(AuditEntryView entry) {
        return entry.act() == Act.AGENCY_ENDED ? "被代理人或者代理人" : "另一位依法可以查询的个人";
    }

    private static String charity(String code, Background background) {
        return background.charities().getOrDefault(code, "机构") + "（统一社会信用代码" + code + "）";
    }

    private static String charity(Background background) {
        return background.consent() instanceof Consents.Consent consent
                ? charity(consent.charity(), background)
                : "慈善组织";
    }

    private static String until(Background background) {
        return background.consent() instanceof Consents.Consent consent
                ? "，至" + DAY.format(consent.until()) + "止"
                : "";
    }

    private static String person(String whose) {
        return whose.substring(0, whose.length() - 1);
    }

    /** What the person named, as the charity reads it. */
    private static String recipient(AuditEntryView entry) {
        return entry.items().stream()
                .flatMap(item -> Stream.ofNullable(RECIPIENT.get(item)))
                .collect(Collectors.joining("、"));
    }

    /** By category: 最低生活保障对象（保障金额、状态）. */
    private String items(List<String> items) {
        Map<String, List<String>> byCategory = new LinkedHashMap<>();
        for (String item : items) {
            String category = Entry.category(item);
            List<String> names = byCategory.computeIfAbsent(category, _ -> new ArrayList<>());
            if (!category.equals(item)) {
                names.add(wording.item(item).orElse(item.substring(category.length() + 1)));
            }
        }
        return byCategory.isEmpty()
                ? "信息"
                : byCategory.entrySet().stream()
                        .map(entry -> category(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("；", "：", ""));
    }

    private String category(String code, List<String> names) {
        String category = wording.category(code).orElse(code);
        return names.isEmpty()
                ? category
                : category + names.stream().distinct().collect(Collectors.joining("、", "（", "）"));
    }
}
