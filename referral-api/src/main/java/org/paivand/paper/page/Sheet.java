package org.paivand.paper.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import org.paivand.disclosure.Coded;
import org.paivand.html.Html;

/** One form that is being set: its fields, in order. Nothing of anybody ever gets in, since it takes keys of texts alone. */
final class Sheet {
    private static final Html BOX =
            Html.tag("span").with("class", "box").with("aria-hidden", "true").text("");
    private static final Html RULE =
            Html.tag("span").with("class", "rule").with("aria-hidden", "true").text("");

    private final ResourceBundle texts;
    private final List<Html> parts = new ArrayList<>();

    Sheet(ResourceBundle texts) {
        this.texts = texts;
    }

    /** Room to write in. */
    Sheet line(String field) {
        parts.add(room(field));
        return this;
    }

    /** Room to write in for each, side by side. */
    Sheet lines(String first, String second) {
        parts.add(Html.tag("div").with("class", "pair").holding(room(first), room(second)));
        return this;
    }

    Sheet yesOrNo(String field) {
        return boxes(field, List.of("yes", "no"));
    }

    /** A box to tick for each code of a list. */
    Sheet boxes(String field, String list, Class<? extends Coded> codes) {
        return boxes(
                field,
                Arrays.stream(codes.getEnumConstants())
                        .map(Coded::code)
                        .map(code -> list + "." + code)
                        .toList());
    }

    Sheet boxes(String field, List<String> options) {
        List<Html> items = options.stream()
                .map(option -> Html.tag("li").holding(BOX, Html.text(" " + texts.getString(option))))
                .toList();
        parts.add(Html.tag("div")
                .with("class", "field")
                .holding(label(field), Html.tag("ul").holding(items)));
        return this;
    }

    Html html() {
        return Html.all(parts);
    }

    private Html room(String field) {
        return Html.tag("p").with("class", "line").holding(label(field), RULE);
    }

    private Html label(String field) {
        return Html.tag("span").with("class", "label").text(texts.getString("field." + field));
    }
}
