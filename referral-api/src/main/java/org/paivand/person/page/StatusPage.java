package org.paivand.person.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.person.Agreed;
import org.paivand.person.Holder;
import org.paivand.person.KnownWorker;
import org.paivand.person.Overview;
import org.paivand.person.Overview.Choice;
import org.paivand.person.Visit.Said;

/** What was agreed and who received what, with the means to take it back. */
final class StatusPage {
    private static final int MANY = 100;
    private static final int MOST_CHOICES = 24;

    private final Layout layout;
    private final Words words;
    private final Cards cards;

    StatusPage(Layout layout, Words words) {
        this.layout = layout;
        this.words = words;
        this.cards = new Cards(layout, words);
    }

    Document of(Overview overview, String ticket, Said said) {
        String title =
                layout.texts().of(overview.holder() == Holder.SUBJECT ? "status.title" : "status.title.guardian");
        return layout.page(
                layout.texts().of("site"),
                layout.languageButtons(ticket),
                Html.tag("h1").text(title),
                layout.said(told(said)),
                Html.tag("p")
                        .with("class", "small")
                        .text(layout.texts().of("status.keeper") + ": " + words.agency(overview.keeper()) + ". "
                                + layout.texts().of("status.asof") + " " + words.moment(overview.at()) + "."),
                agreed(overview, ticket),
                section("restore", "restore.choose", restorable(overview, ticket)),
                new HelpSection(layout, words).of(overview, ticket),
                received(overview),
                told(overview),
                answers(overview),
                bar(overview, ticket),
                new ComplaintSection(layout, words).of(overview, ticket),
                layout.paragraph("status.copy"));
    }

    private static Optional<String> told(Said said) {
        return switch (said) {
            case NOTHING -> Optional.empty();
            case WITHDRAWN -> Optional.of("done.withdrawn");
            case RESTORED -> Optional.of("done.restored");
            case BARRED -> Optional.of("done.barred");
            case END_ASKED -> Optional.of("done.end-help");
            case COMPLAINED -> Optional.of("done.complained");
            case NOT_POSSIBLE -> Optional.of("not-possible");
        };
    }

    private Html agreed(Overview overview, String ticket) {
        if (overview.agreed().isEmpty()) {
            return layout.paragraph("status.nothing-agreed");
        }
        List<Html> withdrawable = cards(overview, Agreed::withdrawable, true);
        Html others = Layout.list(cards(overview, part -> !part.withdrawable() && !part.undoable(), false));
        if (withdrawable.isEmpty()) {
            return others;
        }
        Html buttons = Html.tag("div")
                .with("class", "row")
                .holding(
                        layout.button(Step.TAKE_BACK, "take-back", true),
                        layout.button(Step.TAKE_BACK_ALL, "take-back.all", false));
        return Html.all(
                layout.form(ticket, layout.paragraph("take-back.choose"), Layout.list(withdrawable), buttons), others);
    }

    private Optional<Html> restorable(Overview overview, String ticket) {
        List<Html> undoable = cards(overview, Agreed::undoable, true);
        return undoable.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        layout.form(ticket, Layout.list(undoable), layout.button(Step.RESTORE, "restore", false)));
    }

    private Html section(String heading, String lead, Optional<Html> content) {
        return content.map(form -> Html.all(layout.heading("h2", heading), layout.paragraph(lead), form))
                .orElse(Html.NOTHING);
    }

    private List<Html> cards(Overview overview, Predicate<Agreed> which, boolean choosable) {
        return overview.agreed().stream()
                .filter(which)
                .map(part -> choosable ? cards.choosable(part) : cards.agreed(part))
                .toList();
    }

    private Html received(Overview overview) {
        Html list = overview.deliveries().isEmpty()
                ? layout.paragraph("status.nothing-received")
                : Layout.list(
                        overview.deliveries().stream().map(cards::delivery).toList());
        return Html.all(
                layout.heading("h2", "status.received"),
                list,
                overview.deliveries().size() < MANY ? Html.NOTHING : layout.paragraph("status.more"));
    }

    private Html told(Overview overview) {
        return overview.told().isEmpty()
                ? Html.NOTHING
                : Html.all(
                        layout.heading("h2", "status.told"),
                        layout.paragraph("status.told.hint"),
                        Layout.list(overview.told().stream().map(cards::told).toList()));
    }

    /** That there is one, and from when: what it says is told by somebody, not by a page that others may see. */
    private Html answers(Overview overview) {
        return Html.all(overview.answers().stream()
                .map(at -> Html.tag("p").text(layout.texts().of("status.answer") + " " + words.day(at) + "."))
                .toList());
    }

    private Html bar(Overview overview, String ticket) {
        if (overview.choices().isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> options = overview.choices().stream()
                .sorted(Comparator.comparing(Choice::known)
                        .reversed()
                        .thenComparing(choice -> words.agency(choice.agency()))
                        .thenComparing(choice ->
                                choice.worker().map(KnownWorker::since).orElse(Instant.MIN)))
                .limit(MOST_CHOICES)
                .map(choice -> Html.tag("option").with("value", choice.handle()).text(words.choice(choice)))
                .toList();
        return section(
                "bar",
                "bar.hint",
                Optional.of(layout.form(
                        ticket,
                        Html.tag("label")
                                .with("for", "choice")
                                .text(layout.texts().of("bar.choose")),
                        Html.tag("select")
                                .with("id", "choice")
                                .with("name", "choice")
                                .holding(options),
                        layout.button(Step.BAR, "bar.go", false))));
    }
}
