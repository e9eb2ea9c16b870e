package org.paivand.person.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.paivand.html.Document;
import org.paivand.html.Document.Stylesheet;
import org.paivand.html.Html;

/** What all pages have in common. */
final class Layout {
    static final Stylesheet STYLE = style("page.css");
    /** The same with what the form needs, so that the other pages stay as small as they are. */
    static final Stylesheet FORM_STYLE = style("page.css", "form.css");
    /** The path of the pages; it tells nothing. */
    static final String PATH = "/s";

    private final PageTexts texts;
    private final String exit;
    private final Stylesheet style;

    Layout(PageTexts texts, String exit) {
        this(texts, exit, STYLE);
    }

    Layout(PageTexts texts, String exit, Stylesheet style) {
        this.texts = texts;
        this.exit = exit;
        this.style = style;
    }

    PageTexts texts() {
        return texts;
    }

    String path() {
        return PATH + "/" + texts.language().code();
    }

    /**
     * Whoever goes by the keyboard meets the way out first, then the way past the languages, then all else as it is read.
     *
     * @param languages how one changes the language there
     */
    Document page(String title, Html languages, Html... parts) {
        Html header = Html.tag("header")
                .holding(
                        Html.tag("p").text(texts.of("site")),
                        Html.tag("a")
                                .with("class", "exit")
                                .with("href", exit)
                                .with("rel", "noreferrer")
                                .text(texts.of("exit")),
                        Html.tag("a")
                                .with("class", "skip")
                                .with("href", "#content")
                                .text(texts.of("skip")));
        Html main = Html.tag("main").with("id", "content").holding(parts);
        return document(title, Html.all(header, languages, main));
    }

    Document document(String title, Html body) {
        return new Document(texts.language().code(), "ltr", title, style, body);
    }

    /** Links, where nothing was entered yet. */
    Html languageLinks() {
        return languageLinks("");
    }

    /** @param below what follows the language in the path */
    Html languageLinks(String below) {
        return nav(Arrays.stream(PageLanguage.values())
                .map(language -> current(
                                language,
                                Html.tag("a").with("class", "tab").with("href", PATH + "/" + language.code() + below))
                        .text(language.ownName()))
                .toList());
    }

    /** Buttons, which carry on what was entered. */
    Html languageButtons(String ticket) {
        return nav(List.of(Html.tag("form")
                .with("method", "post")
                .with("action", path())
                .holding(
                        Html.all(hidden("ticket", ticket), hidden("step", Step.LOOK.code())),
                        Html.all(Arrays.stream(PageLanguage.values())
                                .map(language -> current(
                                                language,
                                                Html.tag("button")
                                                        .with("class", "tab")
                                                        .with("formaction", PATH + "/" + language.code()))
                                        .text(language.ownName()))
                                .toList()))));
    }

    private org.paivand.html.Tag current(PageLanguage language, org.paivand.html.Tag tag) {
        org.paivand.html.Tag named = tag.with("lang", language.code());
        return language == texts.language() ? named.with("aria-current", "true") : named;
    }

    private Html nav(List<Html> parts) {
        return Html.tag("nav").with("aria-label", texts.of("language")).holding(parts);
    }

    Html form(String ticket, Html... parts) {
        return Html.tag("form")
                .with("method", "post")
                .with("action", path())
                .with("autocomplete", "off")
                .holding(hidden("ticket", ticket), Html.all(parts));
    }

    static Html hidden(String name, String value) {
        return Html.tag("input")
                .with("type", "hidden")
                .with("name", name)
                .with("value", value)
                .empty();
    }

    Html button(Step step, String text, boolean main) {
        return Html.tag("button")
                .with("class", main ? "main" : "plain")
                .with("name", "step")
                .with("value", step.code())
                .text(texts.of(text));
    }

    Html heading(String level, String text) {
        return Html.tag(level).text(texts.of(text));
    }

    Html paragraph(String text) {
        return Html.tag("p").text(texts.of(text));
    }

    /** What just happened, told to whoever can't see it too. */
    Html said(Optional<String> text) {
        return text.map(said -> Html.tag("p")
                        .with("class", "said")
                        .with("role", "status")
                        .text(texts.of(said)))
                .orElse(Html.NOTHING);
    }

    Html term(String text, String value) {
        return Html.all(Html.tag("dt").text(texts.of(text)), Html.tag("dd").text(value));
    }

    static Html list(Collection<Html> cards) {
        return Html.tag("ul")
                .holding(cards.stream()
                        .map(card -> Html.tag("li").with("class", "card").holding(card))
                        .toList());
    }

    private static Stylesheet style(String... files) {
        StringBuilder css = new StringBuilder();
        for (String file : files) {
            try (InputStream in = Objects.requireNonNull(Layout.class.getResourceAsStream(file))) {
                css.append(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\n", ""));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Stylesheet(css.toString());
    }
}
