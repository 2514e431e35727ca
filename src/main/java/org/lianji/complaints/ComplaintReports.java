package org.lianji.complaints;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditEntryView;
import org.lianji.audit.Entries;
import org.lianji.catalogue.Catalogue;
import org.lianji.disclosure.NoticeObjections;
import org.lianji.items.Department;
import org.lianji.looks.AccessLog;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.Texts;
import org.lianji.texts.PlainText;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what somebody complains about, and refuses what does not fit. */
@Component
final class ComplaintReports {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,100}");

    /** By which people outside know a worker. */
    private static final Pattern WORKER =
            Pattern.compile(NAME.pattern() + "|[\\p{L}\\p{M}·•‧・. ]{1,50}");

    /** Before what somebody says of a notice, which may hang no longer when it is read. */
    private static final String OBJECTED = "（公示：%s）%s";

    private static final int LONGEST_CONTACT = 100;
    private static final int MOST_LOOKS = 20;

    private final Regions regions;
    private final AccessLog log;
    private final Entries entries;
    private final Catalogue catalogue;
    private final NoticeObjections objections;

    ComplaintReports(
            Regions regions,
            AccessLog log,
            Entries entries,
            Catalogue catalogue,
            NoticeObjections objections) {
        this.regions = regions;
        this.log = log;
        this.entries = entries;
        this.catalogue = catalogue;
        this.objections = objections;
    }

    /**
     * What somebody says.
     *
     * @param region where it happened
     * @param contact how to reach them; they needn't tell
     * @param office code of the region whose office they complain about
     * @param worker account of a worker, or the name by which people know them
     * @param matter number of the matter; nobody is told whether there is one
     * @param looks entries of their own access log
     * @param notice the name on a public notice that they object to; of that kind alone
     */
    record Report(
            Complaint.Kind kind,
            String region,
            String text,
            @Nullable String contact,
            @Nullable String department,
            @Nullable String office,
            @Nullable String worker,
            @Nullable String matter,
            @Nullable List<String> looks,
            @Nullable String notice) {}

    /** The same, of a fitting form. */
    record CheckedReport(
            List<String> places,
            Complaint.Concern concern,
            String text,
            @Nullable String contact) {}

    CheckedReport checked(Caller caller, Report said) {
        String contact = Texts.optional("contact", said.contact());
        if (contact != null && PlainText.length(contact) > LONGEST_CONTACT) {
            throw new Problem(ComplaintCode.COMPLAINT_FIELDS);
        }
        String name = Texts.optional("notice", said.notice());
        if ((said.kind() == Complaint.Kind.NOTICE) != (name != null)
                || name != null && said.matter() != null) {
            throw new Problem(ComplaintCode.NOTICE_NAMED);
        }
        List<String> looks = looks(caller, said.looks());
        String worker = fitting(said.worker(), WORKER);
        return new CheckedReport(
                places(said.region()),
                new Complaint.Concern(
                        said.kind(),
                        department(said.department()),
                        said.office() == null ? null : places(said.office()).getFirst(),
                        worker == null ? null : worker.toLowerCase(Locale.ROOT),
                        name == null
                                ? fitting(said.matter(), NAME)
                                : objections.notice(said.region(), name).orElse(null),
                        looks,
                        entries.ofHub(looks).stream()
                                .map(AuditEntryView::client)
                                .distinct()
                                .toList()),
                name == null
                        ? Texts.required("text", said.text())
                        : OBJECTED.formatted(name, Texts.required("text", said.text())),
                contact);
    }

    /** In any case of letters, as clients are called by them; one that nobody has is told. */
    private @Nullable String department(@Nullable String said) {
        String code = fitting(said, NAME);
        if (code == null) {
            return null;
        }
        return catalogue.departments().stream()
                .map(Department::code)
                .filter(code::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new Problem(ComplaintCode.COMPLAINT_FIELDS));
    }

    /** {@return whether it is an account, by which a worker is kept from what is about them} */
    static boolean isAccount(String worker) {
        return NAME.matcher(worker).matches();
    }

    private static @Nullable String fitting(@Nullable String text, Pattern form) {
        if (text == null) {
            return null;
        }
        String kept = PlainText.stripped(text);
        if (!form.matcher(kept).matches()) {
            throw new Problem(ComplaintCode.COMPLAINT_FIELDS);
        }
        return kept;
    }

    private List<String> looks(Caller caller, @Nullable List<String> named) {
        List<String> looks = named == null ? List.of() : List.copyOf(named);
        if (looks.size() > MOST_LOOKS
                || !looks.stream().allMatch(look -> log.tells(caller, look))) {
            throw new Problem(ComplaintCode.LOOK_UNKNOWN);
        }
        return looks;
    }

    private List<String> places(String region) {
        if (!regions.exists(region) || region.equals(Regions.above(region, 2))) {
            throw new Problem(ComplaintCode.COMPLAINT_PLACE);
        }
        return region.equals(Complaint.city(region)) ? List.of(region) : Regions.upToCounty(region);
    }
}
