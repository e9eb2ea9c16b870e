package org.paivand.person.page;

import java.util.List;
import java.util.Optional;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.person.SurvivorCode;
import org.paivand.person.Visit;
import org.paivand.person.WritingDesk.Sent;
import org.paivand.registry.agency.Agency;

/** What comes after the form: the number or the receipt, or that nothing could be sent; and what the number shows at first. */
final class WrittenPages {
    private final Layout layout;
    private final FormParts parts;
    private final Words words;

    WrittenPages(Layout layout, Words words) {
        this.layout = layout;
        this.parts = new FormParts(layout);
        this.words = words;
    }

    Document sent(Agency agency, Sent.There sent, Optional<String> address) {
        Html kept = sent.number()
                .map(number -> number(number, address))
                .orElseGet(() -> receipt(sent.receipt().orElseThrow()));
        return layout.page(
                layout.texts().of("write.title"),
                Html.NOTHING,
                layout.heading("h1", "sent.title"),
                layout.said(sent.another() ? Optional.of("sent.another") : Optional.empty()),
                Html.tag("p").text(layout.texts().of("sent.to").replace("{agency}", words.agency(agency.id()))),
                kept,
                parts.call(agency),
                Html.tag("p").with("class", "small").text(layout.texts().of("sent.leave")));
    }

    private Html number(SurvivorCode number, Optional<String> address) {
        return Html.all(
                layout.heading("h2", "slip.lead"),
                Html.tag("p").with("class", "code").text(number.inGroups()),
                layout.paragraph("sent.number"),
                address.map(where -> Html.tag("p").text(layout.texts().of("slip.where") + ": " + where))
                        .orElse(Html.NOTHING));
    }

    private Html receipt(String digits) {
        return Html.all(
                layout.heading("h2", "sent.receipt"),
                Html.tag("p")
                        .with("class", "code")
                        .text(digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6)),
                layout.paragraph("sent.receipt.hint"));
    }

    Document full(Agency agency) {
        return layout.page(
                layout.texts().of("write.title"),
                layout.languageLinks(FormParts.PATH),
                layout.heading("h1", "write.title"),
                layout.said(Optional.of("full")),
                parts.call(agency));
    }

    /** There is nothing but that it was received: not how far the agency is, which somebody else may read over a shoulder. */
    Document waiting(Visit.Waiting waiting, String ticket, Optional<Agency> agency) {
        Html terms = Html.tag("dl")
                .holding(
                        layout.term(
                                "status.state", layout.texts().of(waiting.open() ? "waiting.open" : "waiting.closed")),
                        layout.term("status.when", words.moment(waiting.receivedAt())),
                        layout.term("status.keeper", words.agency(waiting.agency())));
        return layout.page(
                layout.texts().of("site"),
                layout.languageButtons(ticket),
                layout.heading("h1", "waiting.title"),
                Layout.list(List.of(terms)),
                agency.map(parts::call).orElse(Html.NOTHING),
                layout.heading("h2", "unsend"),
                layout.paragraph("unsend.hint"),
                layout.form(ticket, layout.button(Step.UNSEND, "unsend", false)));
    }

    Document takenBack() {
        return layout.page(
                layout.texts().of("site"),
                Html.NOTHING,
                layout.heading("h1", "waiting.title"),
                layout.said(Optional.of("done.unsent")),
                Html.tag("p").with("class", "small").text(layout.texts().of("exit.hint")));
    }
}
