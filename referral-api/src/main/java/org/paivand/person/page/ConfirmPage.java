package org.paivand.person.page;

import java.util.List;
import java.util.stream.Stream;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.person.Agreed;
import org.paivand.person.Overview.Choice;
import org.paivand.person.Overview.Subject;
import org.paivand.referral.WishedEnds.Help;

/** Asks once more before anything is changed. */
final class ConfirmPage {
    private final Layout layout;
    private final Words words;

    ConfirmPage(Layout layout, Words words) {
        this.layout = layout;
        this.words = words;
    }

    Document takeBack(List<Agreed> parts, String ticket) {
        return parts(parts, ticket, Step.YES_TAKE_BACK, "take-back");
    }

    Document restore(List<Agreed> parts, String ticket) {
        return parts(parts, ticket, Step.YES_RESTORE, "restore");
    }

    Document bar(Choice choice, String ticket) {
        Html agency = Html.tag("p").holding(Html.tag("strong").text(words.choice(choice)));
        return page(
                ticket,
                Step.YES_BAR,
                choice.worker().isPresent() ? "bar.one" : "bar",
                agency,
                Layout.hidden("choice", choice.handle()));
    }

    Document complain(Subject subject, ComplaintTopic topic, String ticket) {
        Html shown = Html.tag("dl")
                .holding(
                        layout.term("complain.subject", words.subject(subject)),
                        layout.term("complain.topic", words.topic(topic)));
        Html fields = Html.all(Layout.hidden("subject", subject.handle()), Layout.hidden("topic", topic.code()));
        return page(ticket, Step.YES_COMPLAIN, "complain", shown, fields);
    }

    Document endHelp(List<Help> helps, String ticket) {
        HelpSection section = new HelpSection(layout, words);
        Html list = Layout.list(helps.stream().map(section::shown).toList());
        return page(
                ticket,
                Step.YES_END_HELP,
                "end-help",
                list,
                hidden(helps.stream().map(Help::id)));
    }

    Document unsend(String ticket) {
        return page(ticket, Step.YES_UNSEND, "unsend", Html.NOTHING, Html.NOTHING);
    }

    private Document parts(List<Agreed> parts, String ticket, Step step, String what) {
        Cards cards = new Cards(layout, words);
        Html list = Layout.list(parts.stream().map(cards::agreed).toList());
        return page(ticket, step, what, list, hidden(parts.stream().map(Agreed::grantId)));
    }

    private static Html hidden(Stream<?> ids) {
        return Html.all(ids.map(id -> Layout.hidden("part", id.toString())).toList());
    }

    private Document page(String ticket, Step step, String what, Html shown, Html fields) {
        Html yes = layout.form(ticket, fields, layout.button(step, "yes." + what, true));
        Html no = layout.form(ticket, layout.button(Step.LOOK, "no", false));
        return layout.page(
                layout.texts().of("site"),
                Html.NOTHING,
                layout.heading("h1", "sure"),
                layout.paragraph("sure." + what),
                shown,
                Html.tag("div").with("class", "row").holding(yes, no));
    }
}
