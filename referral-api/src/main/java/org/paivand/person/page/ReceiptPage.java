package org.paivand.person.page;

import java.util.List;
import java.util.Optional;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.person.IssuedCodes;
import org.paivand.person.Receipt;
import org.paivand.person.SurvivorCode;

/**
 * The paper. With codes it has two more sheets: a slip that tells nothing but the number, and one that the worker keeps, since whoever
 * finds the paper must not learn that there is a second number.
 */
final class ReceiptPage {
    private final Layout layout;
    private final Words words;
    private final Optional<String> address;

    /** @param address of the pages, as it is printed */
    ReceiptPage(Layout layout, Words words, Optional<String> address) {
        this.layout = layout;
        this.words = words;
        this.address = address;
    }

    Document of(Receipt receipt) {
        Html header =
                Html.tag("header").holding(Html.tag("p").text(layout.texts().of("site")));
        Html slips = receipt.codes()
                .map(codes -> Html.all(slip(codes.status()), forTheWorker(codes)))
                .orElse(Html.NOTHING);
        return layout.document(
                layout.texts().of("receipt.title"),
                Html.all(header, Html.tag("main").holding(agreement(receipt), slips)));
    }

    private Html agreement(Receipt receipt) {
        Cards cards = new Cards(layout, words);
        List<Html> agreed =
                receipt.overview().agreed().stream().map(cards::agreed).toList();
        return Html.all(
                layout.heading("h1", "receipt.title"),
                Html.tag("p")
                        .with("class", "small")
                        .text(words.agency(receipt.overview().keeper()) + ", "
                                + words.moment(receipt.overview().at())),
                layout.paragraph("receipt.lead"),
                agreed.isEmpty() ? layout.paragraph("status.nothing-agreed") : Layout.list(agreed),
                layout.heading("h2", "receipt.back"),
                layout.paragraph("receipt.back.worker"),
                receipt.codes().isPresent() ? layout.paragraph("receipt.back.number") : Html.NOTHING,
                Html.tag("p").with("class", "small").text(layout.texts().of("receipt.safe")));
    }

    private Html slip(SurvivorCode code) {
        String where = address.map(known -> layout.texts().of("slip.where") + ": " + known)
                .orElseGet(() -> layout.texts().of("slip.where.none"));
        return sheet(
                layout.heading("h2", "slip.title"),
                layout.paragraph("slip.lead"),
                number(code),
                Html.tag("p").text(where),
                layout.paragraph("slip.keep"));
    }

    private Html forTheWorker(IssuedCodes codes) {
        return sheet(
                layout.heading("h2", "worker.title"),
                layout.paragraph("worker.lead"),
                number(codes.nothing()),
                layout.paragraph("worker.once"));
    }

    private static Html number(SurvivorCode code) {
        return Html.tag("p").with("class", "code").text(code.inGroups());
    }

    private static Html sheet(Html... parts) {
        return Html.tag("section").with("class", "sheet").holding(parts);
    }
}
