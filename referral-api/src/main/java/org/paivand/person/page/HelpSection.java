package org.paivand.person.page;

import org.paivand.html.Html;
import org.paivand.person.Overview;
import org.paivand.referral.WishedEnds.Help;

/** Which help goes on, and that it is wanted no more; apart from what is agreed, since one ends without the other. */
final class HelpSection {
    private static final int MOST_SHOWN = 12;

    private final Layout layout;
    private final Words words;

    HelpSection(Layout layout, Words words) {
        this.layout = layout;
        this.words = words;
    }

    Html of(Overview overview, String ticket) {
        return overview.helps().isEmpty()
                ? Html.NOTHING
                : Html.all(
                        layout.heading("h2", "help"),
                        layout.paragraph("help.hint"),
                        Layout.list(overview.helps().stream()
                                .limit(MOST_SHOWN)
                                .map(help -> card(help, ticket))
                                .toList()));
    }

    private Html card(Help help, String ticket) {
        Html end = help.askedAt()
                .map(at -> Html.tag("p").text(layout.texts().of("help.asked") + ", " + words.day(at) + "."))
                .orElseGet(() -> layout.form(
                        ticket,
                        Layout.hidden("part", help.id().toString()),
                        layout.button(Step.END_HELP, "help.end", false)));
        return Html.all(shown(help), end);
    }

    Html shown(Help help) {
        return Html.tag("dl")
                .holding(
                        layout.term("help.by", words.agency(help.agency())),
                        layout.term("status.for", words.purpose(help.purpose())));
    }
}
