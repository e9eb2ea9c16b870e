package org.paivand.person.page;

import java.util.Arrays;
import java.util.List;
import org.paivand.complaint.Complaint;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.person.Overview;

/** What was complained of and what was found, and a form in codes: nothing is written that somebody could find. */
final class ComplaintSection {
    private static final int MOST_SHOWN = 20;

    private final Layout layout;
    private final Words words;

    ComplaintSection(Layout layout, Words words) {
        this.layout = layout;
        this.words = words;
    }

    /** On the page that shows all; the form is a page of its own, since it is long. */
    Html of(Overview overview, String ticket) {
        if (overview.subjects().isEmpty()) {
            return Html.NOTHING;
        }
        return Html.all(
                layout.heading("h2", "complain"),
                Layout.list(overview.complaints().stream()
                        .limit(MOST_SHOWN)
                        .map(this::card)
                        .toList()),
                layout.form(ticket, layout.button(Step.COMPLAINING, "complain", false)));
    }

    Document form(Overview overview, String ticket) {
        List<Html> subjects = overview.subjects().stream()
                .map(subject -> option(subject.handle(), words.subject(subject)))
                .toList();
        List<Html> topics = Arrays.stream(ComplaintTopic.values())
                .map(topic -> option(topic.code(), words.topic(topic)))
                .toList();
        return layout.page(
                layout.texts().of("site"),
                Html.NOTHING,
                layout.heading("h1", "complain"),
                layout.paragraph("complain.hint"),
                layout.form(
                        ticket,
                        choice("subject", "complain.subject", subjects),
                        choice("topic", "complain.topic", topics),
                        layout.button(Step.COMPLAIN, "complain.go", true)),
                layout.form(ticket, layout.button(Step.LOOK, "no", false)));
    }

    private Html card(Complaint complaint) {
        return Html.tag("dl")
                .holding(
                        layout.term(
                                "complain.subject", words.agency(complaint.of().about())),
                        layout.term("complain.topic", words.topic(complaint.of().topic())),
                        layout.term("status.when", words.day(complaint.filedAt())),
                        layout.term("status.state", words.answered(complaint)));
    }

    private Html choice(String name, String label, List<Html> options) {
        return Html.all(
                Html.tag("label").with("for", name).text(layout.texts().of(label)),
                Html.tag("select").with("id", name).with("name", name).holding(options));
    }

    private static Html option(String value, String text) {
        return Html.tag("option").with("value", value).text(text);
    }
}
