package org.paivand.person.page;

import java.util.Optional;
import org.paivand.html.Document;
import org.paivand.html.Html;

/** Where the number is typed, with what went wrong before, if something did. */
final class EntryPage {
    private final Layout layout;

    EntryPage(Layout layout) {
        this.layout = layout;
    }

    /** @param writable whether one can write without a number */
    Document of(Optional<String> said, boolean writable) {
        Html field = Html.tag("input")
                .with("type", "text")
                .with("id", "code")
                .with("name", "code")
                .with("inputmode", "numeric")
                .with("autocomplete", "off")
                .with("spellcheck", "false")
                .with("maxlength", "40")
                .flag("required")
                .empty();
        Html form = Html.tag("form")
                .with("method", "post")
                .with("action", layout.path())
                .with("autocomplete", "off")
                .holding(
                        Html.tag("label")
                                .with("for", "code")
                                .text(layout.texts().of("number")),
                        field,
                        layout.button(Step.ENTER, "enter.open", true));
        return layout.page(
                layout.texts().of("site"),
                layout.languageLinks(),
                layout.heading("h1", "enter.title"),
                layout.said(said),
                layout.paragraph("enter.lead"),
                form,
                writable ? write() : Html.NOTHING,
                Html.tag("p").with("class", "small").text(layout.texts().of("exit.hint")));
    }

    private Html write() {
        return Html.all(
                layout.heading("h2", "write.title"),
                layout.paragraph("write.link"),
                Html.tag("p")
                        .holding(Html.tag("a")
                                .with("class", "tab")
                                .with("href", layout.path() + FormParts.PATH)
                                .text(layout.texts().of("write.go"))));
    }
}
