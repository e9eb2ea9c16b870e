package org.paivand.person.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.html.Document;
import org.paivand.html.Document.Stylesheet;
import org.paivand.intake.Draft;
import org.paivand.intake.Draft.Fault;
import org.paivand.intake.Receiver;
import org.paivand.person.Agreed;
import org.paivand.person.Overview;
import org.paivand.person.Overview.Choice;
import org.paivand.person.Overview.Subject;
import org.paivand.person.Receipt;
import org.paivand.person.Visit;
import org.paivand.person.WritingDesk.Sent;
import org.paivand.referral.WishedEnds.Help;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/** Every page there is, in every language. */
public final class Pages {
    /** A field of the form that nobody sees; what fills it in is a program. */
    public static final String TRAP = "website";

    private final Directories directories;
    private final ZoneId zone;
    private final Optional<String> address;
    private final String exit;
    private final Receiver receiver;
    private final int daysKept;

    /** Pages of a node without a form for everybody. */
    public Pages(Directories directories, ZoneId zone, Optional<String> address, String exit) {
        this(directories, zone, address, exit, new Receiver(directories, Optional.empty()), 0);
    }

    /**
     * Pages of one node.
     *
     * @param zone whose clock the times are told by
     * @param address where the pages are, as it is printed on paper
     * @param exit where one goes who leaves at once
     * @param receiver of what is sent by the form for everybody
     * @param daysKept how long that is kept at most
     */
    public Pages(
            Directories directories,
            ZoneId zone,
            Optional<String> address,
            String exit,
            Receiver receiver,
            int daysKept) {
        this.directories = directories;
        this.zone = zone;
        this.address = address;
        this.exit = exit;
        this.receiver = receiver;
        this.daysKept = daysKept;
    }

    /** What may be said above the field for the number. */
    public enum Notice {
        WRONG("wrong"),
        BUSY("busy"),
        UNAVAILABLE("unavailable"),
        INVALID("invalid"),
        OVER("over");

        private final String key;

        Notice(String key) {
            this.key = key;
        }
    }

    public static Stylesheet style() {
        return Layout.STYLE;
    }

    /** Content security policy of every page, whichever of our styles it has. */
    public static String policy() {
        return Stylesheet.policy(List.of(Layout.STYLE, Layout.FORM_STYLE));
    }

    public Document entry(PageLanguage language, Optional<Notice> notice) {
        return new EntryPage(layout(language))
                .of(notice.map(said -> said.key), receiver.now().isPresent());
    }

    public Document status(PageLanguage language, Visit.Status status, String ticket) {
        return new StatusPage(layout(language), words(language)).of(status.overview(), ticket, status.said());
    }

    public Document nothing(PageLanguage language, String ticket) {
        return new HoursPage(layout(language)).of(ticket);
    }

    public Document confirmTakingBack(PageLanguage language, List<Agreed> parts, String ticket) {
        return confirm(language).takeBack(parts, ticket);
    }

    public Document confirmRestoring(PageLanguage language, List<Agreed> parts, String ticket) {
        return confirm(language).restore(parts, ticket);
    }

    public Document confirmBarring(PageLanguage language, Choice choice, String ticket) {
        return confirm(language).bar(choice, ticket);
    }

    public Document confirmEndingHelp(PageLanguage language, List<Help> helps, String ticket) {
        return confirm(language).endHelp(helps, ticket);
    }

    public Document complaining(PageLanguage language, Overview overview, String ticket) {
        return new ComplaintSection(layout(language), words(language)).form(overview, ticket);
    }

    public Document confirmComplaining(PageLanguage language, Subject subject, ComplaintTopic topic, String ticket) {
        return confirm(language).complain(subject, topic, ticket);
    }

    /** @param trapped whether a field was filled in that nobody sees */
    public Document write(
            PageLanguage language, Agency agency, Draft draft, List<Fault> faults, boolean trapped, String ticket) {
        return new WritePage(new Layout(new PageTexts(language), exit, Layout.FORM_STYLE))
                .of(agency, draft, faults, trapped, ticket);
    }

    /** @param late whether the page was open for too long to be sent */
    public Document check(
            PageLanguage language, Agency agency, Draft draft, List<String> permission, boolean late, String ticket) {
        return new WriteCheckPage(layout(language))
                .of(agency, draft, permission, late ? Optional.of("check.late") : Optional.empty(), ticket);
    }

    /** The sentences that somebody agrees to who sends the form: who reads it, and what the law has that agency tell others. */
    public List<String> permission(PageLanguage language, Agency agency) {
        PageTexts texts = new PageTexts(language);
        Words words = words(language);
        Stream<String> always = Stream.of("permit.reader", "permit.use", "permit.kept", "permit.free")
                .map(key -> texts.of(key)
                        .replace("{agency}", words.agency(agency.id()))
                        .replace("{days}", Integer.toString(daysKept)));
        Stream<String> law = agency.reportingDuty().stream()
                .map(duty -> texts.of("permit.law")
                        .replace("{to}", words.agency(duty.to()))
                        .replace(
                                "{trigger}",
                                texts.of("trigger." + duty.trigger().code()))
                        .replace("{law}", language.of(duty.law())));
        return Stream.concat(always, law).toList();
    }

    public Document sent(PageLanguage language, Agency agency, Sent.There sent) {
        return written(language).sent(agency, sent, address);
    }

    public Document full(PageLanguage language, Agency agency) {
        return written(language).full(agency);
    }

    public Document waiting(PageLanguage language, Visit.Waiting waiting, String ticket) {
        return written(language).waiting(waiting, ticket, directories.current().agency(waiting.agency()));
    }

    public Document takenBack(PageLanguage language) {
        return written(language).takenBack();
    }

    public Document confirmUnsending(PageLanguage language, String ticket) {
        return confirm(language).unsend(ticket);
    }

    private WrittenPages written(PageLanguage language) {
        return new WrittenPages(layout(language), words(language));
    }

    public Document receipt(PageLanguage language, Receipt receipt) {
        return new ReceiptPage(layout(language), words(language), address).of(receipt);
    }

    private ConfirmPage confirm(PageLanguage language) {
        return new ConfirmPage(layout(language), words(language));
    }

    private Layout layout(PageLanguage language) {
        return new Layout(new PageTexts(language), exit);
    }

    private Words words(PageLanguage language) {
        return new Words(new PageTexts(language), directories.current(), zone);
    }
}
