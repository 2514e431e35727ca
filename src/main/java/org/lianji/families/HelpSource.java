package org.lianji.families;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** {@return the items by which its records say when they hold} */
    List<String> dated() {
        return Stream.of(from, to, state).filter(item -> !item.isEmpty()).toList();
    }

    /**
     * {@return what a record says of when it holds, in Cypher, under the keys of an answer}
     *
     * @param record variable
     */
    String dates(String record) {
        return Stream.of(
                        "category: '%s'".formatted(name()),
                        said("observedAt", record, "observedAt"),
                        said("validFrom", record, "validFrom"),
                        said("validTo", record, "validTo"),
                        said(key("from"), record, from),
                        said(key("to"), record, to),
                        said(key("state"), record, state))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String said(String key, String record, String property) {
        return property.isEmpty() ? "" : "%s: %s.%s".formatted(key, record, property);
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
