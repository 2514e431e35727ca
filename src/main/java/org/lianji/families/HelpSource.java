package org.lianji.families;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A category whose records say that somebody was helped, or recognised as in need of it, and which
 * of its items say how.
 */
enum HelpSource {
    MZ01(
            Form.CONTINUING,
            "",
            "monthlyAmount",
            "startMonth",
            "gradualExitUntil",
            "status",
            "STOPPED"),
    MZ02(Form.CONTINUING, "supportForm", "basicAmount", "startMonth", "", "status", "ENDED"),
    MZ03(
            Form.RECOGNITION,
            "",
            "",
            "recognisedOn",
            "validUntil",
            "status",
            "MOVED_TO_DIBAO",
            "EXPIRED",
            "WITHDRAWN"),
    MZ04(Form.RECOGNITION, "", "", "recognisedOn", "validUntil", ""),
    MZ05(Form.ONCE, "kind", "amount", "grantedAt", "", ""),
    MZ07(Form.CONTINUING, "childType", "monthlyAmount", "", "", ""),
    MZ08(Form.CONTINUING, "kind", "amount", "startMonth", "", "status", "STOPPED"),
    MZ09(Form.CONTINUING, "kind", "amount", "startMonth", "", "status", "STOPPED"),
    MZ12(Form.REFUSAL, "", "", "issuedOn", "", "conclusion"),
    MZ14(Form.ONCE, "form", "value", "deliveredOn", "", ""),
    JY03(Form.ONCE, "programme", "amount", "paidOn", "", ""),
    RS04(Form.CONTINUING, "", "monthlyAmount", "from", "to", ""),
    RS05(Form.CONTINUING, "measure", "subsidy", "from", "to", ""),
    ZJ01(Form.CONTINUING, "form", "subsidy", "from", "to", "state", "ENDED"),
    ZJ02(Form.ONCE, "grade", "subsidy", "completedOn", "", ""),
    YJ01(Form.ONCE, "phase", "amount", "from", "", ""),
    YJ02(Form.ONCE, "damage", "subsidy", "completedOn", "", ""),
    YB02(Form.ONCE, "kind", "aid", "settledOn", "", ""),
    NM01(Form.MONITORED, "kind", "", "identifiedOn", "clearedOn", "riskCleared", "true"),
    NM03(Form.ONCE, "item", "amount", "paidOn", "", ""),
    CL02(Form.ONCE, "item", "amount", "deliveredOn", "", ""),
    CL03(Form.ONCE, "kind", "subsidy", "completedOn", "", "");

    /** What its records are. */
    enum Form {
        /** Help that is given month by month. */
        CONTINUING,
        /** Help that was given once. */
        ONCE,
        /** That a family is recognised as poor; nothing is paid by it. */
        RECOGNITION,
        /** That a family is watched, so that it may not become poor again. */
        MONITORED,
        /** That an application was above the limits. */
        REFUSAL
    }

    private final Form form;
    private final String kind;
    private final String amount;
    private final String from;
    private final String to;
    private final String state;
    private final Set<String> ended;

    HelpSource(
            Form form,
            String kind,
            String amount,
            String from,
            String to,
            String state,
            String... ended) {
        this.form = form;
        this.kind = kind;
        this.amount = amount;
        this.from = from;
        this.to = to;
        this.state = state;
        this.ended = Set.of(ended);
    }

    Form form() {
        return form;
    }

    /** {@return whether something was given, or a family recognised so that it may be} */
    boolean helps() {
        return form != Form.MONITORED && form != Form.REFUSAL;
    }

    /** {@return whether a record in the state says that it is over} */
    boolean over(@Nullable String stated) {
        return stated != null && ended.contains(stated);
    }

    /**
     * {@return the fields of a question for what its records say}
     *
     * @param type of the records
     */
    String fragment(String type) {
        Set<String> fields = new LinkedHashSet<>();
        field(fields, "kind", kind);
        field(fields, "amount", amount);
        field(fields, "from", from);
        field(fields, "to", to);
        field(fields, "state", state);
        return "... on %s { %s }".formatted(type, String.join(" ", fields));
    }

    private void field(Set<String> fields, String role, String item) {
        if (!item.isEmpty()) {
            fields.add("%s: %s".formatted(key(role), item));
        }
    }

    /** {@return under which key the answer has what is of that role} */
    String key(String role) {
        return name() + role;
    }
}
