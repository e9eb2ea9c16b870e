package org.paivand.person.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.html.Document;
import org.paivand.html.Document.Stylesheet;
import org.paivand.person.Agreed;
import org.paivand.person.Overview;
import org.paivand.person.Overview.Choice;
import org.paivand.person.Overview.Subject;
import org.paivand.person.Receipt;
import org.paivand.person.Visit;
import org.paivand.registry.directory.Directories;

/** Every page there is, in every language. */
public final class Pages {
    private final Directories directories;
    private final ZoneId zone;
    private final Optional<String> address;
    private final String exit;

    /**
     * Pages of one node.
     *
     * @param zone whose clock the times are told by
     * @param address where the pages are, as it is printed on paper
     * @param exit where one goes who leaves at once
     */
    public Pages(Directories directories, ZoneId zone, Optional<String> address, String exit) {
        this.directories = directories;
        this.zone = zone;
        this.address = address;
        this.exit = exit;
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

    public Document entry(PageLanguage language, Optional<Notice> notice) {
        return new EntryPage(layout(language)).of(notice.map(said -> said.key));
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

    public Document complaining(PageLanguage language, Overview overview, String ticket) {
        return new ComplaintSection(layout(language), words(language)).form(overview, ticket);
    }

    public Document confirmComplaining(PageLanguage language, Subject subject, ComplaintTopic topic, String ticket) {
        return confirm(language).complain(subject, topic, ticket);
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
