package org.paivand.person.page;

import java.util.Optional;
import org.paivand.html.Html;
import org.paivand.person.Agreed;
import org.paivand.person.Delivery;
import org.paivand.person.ToldOutside;

/** One agreement, or one delivery, as a card. */
final class Cards {
    private final Layout layout;
    private final Words words;

    Cards(Layout layout, Words words) {
        this.layout = layout;
        this.words = words;
    }

    Html agreed(Agreed part) {
        Html who = layout.term(part.refusal() ? "status.refused" : "status.to", words.refused(part));
        return Html.tag("dl").holding(who, terms(part));
    }

    /** With a box to mark it. */
    Html choosable(Agreed part) {
        Html label = Html.tag("label")
                .with("class", "choice")
                .holding(
                        Html.tag("input")
                                .with("type", "checkbox")
                                .with("name", "part")
                                .with("value", part.grantId().toString())
                                .empty(),
                        Html.tag("span").text(words.agencies(part.recipients())));
        return Html.all(label, Html.tag("dl").holding(terms(part)));
    }

    private Html terms(Agreed part) {
        return Html.all(
                layout.term("status.details", words.details(part.categories())),
                part.refusal() && part.categories().isEmpty()
                        ? Html.NOTHING
                        : layout.term("status.for", words.purpose(part.purpose())),
                part.until()
                        .map(until -> layout.term("status.until", words.moment(until)))
                        .orElse(Html.NOTHING),
                layout.term("status.state", words.state(part)));
    }

    Html told(ToldOutside part) {
        return Html.tag("dl")
                .holding(
                        layout.term("status.when", words.moment(part.at()) + ", " + words.channel(part.channel())),
                        layout.term("status.received", words.told(part)),
                        layout.term("status.details", words.details(part.categories())));
    }

    Html delivery(Delivery part) {
        Optional<String> emergency =
                part.emergency() ? Optional.of(layout.texts().of("status.emergency")) : Optional.empty();
        String when =
                words.moment(part.at()) + emergency.map(text -> ", " + text).orElse("");
        return Html.tag("dl")
                .holding(
                        layout.term("status.when", when),
                        layout.term("status.received", words.agency(part.recipient())),
                        layout.term("status.details", words.details(part.categories())));
    }
}
