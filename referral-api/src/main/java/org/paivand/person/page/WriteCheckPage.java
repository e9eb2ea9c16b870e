package org.paivand.person.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paivand.disclosure.Coded;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.intake.Draft;
import org.paivand.intake.Offered;
import org.paivand.registry.agency.Agency;

/** All that will be sent and who will read it, before it is sent. */
final class WriteCheckPage {
    private final Layout layout;
    private final FormParts parts;

    WriteCheckPage(Layout layout) {
        this.layout = layout;
        this.parts = new FormParts(layout);
    }

    Document of(Agency agency, Draft draft, List<String> permission, Optional<String> said, String ticket) {
        Html hidden = Html.all(
                Layout.hidden("ticket", ticket),
                Html.all(draft.fields().entrySet().stream()
                        .flatMap(field -> field.getValue().stream().map(value -> Layout.hidden(field.getKey(), value)))
                        .toList()));
        return layout.page(
                layout.texts().of("write.title"),
                Html.NOTHING,
                layout.heading("h1", "check.title"),
                layout.said(said),
                Layout.list(List.of(Html.tag("dl").holding(terms(draft)))),
                layout.heading("h2", "check.reader"),
                Html.all(permission.stream()
                        .map(sentence -> Html.tag("p").text(sentence))
                        .toList()),
                Html.tag("form")
                        .with("method", "post")
                        .with("action", layout.path() + FormParts.PATH)
                        .with("autocomplete", "off")
                        .holding(
                                hidden,
                                Html.tag("div")
                                        .with("class", "row")
                                        .holding(
                                                parts.button(FormStep.SEND, "check.send", true),
                                                parts.button(FormStep.CHANGE, "check.change", false))),
                parts.call(agency));
    }

    private Html terms(Draft draft) {
        List<Html> terms = new ArrayList<>();
        draft.by().ifPresent(by -> terms.add(coded("write.by", "by.", by)));
        terms.add(coded("write.age", "age.", draft.age()));
        terms.add(layout.term(
                "write.language",
                Offered.LANGUAGES.stream()
                        .filter(tongue -> tongue.code().equals(draft.language()))
                        .map(Offered.Tongue::name)
                        .collect(Collectors.joining())));
        draft.urgency().ifPresent(soon -> terms.add(coded("write.urgency", "urgency.", soon)));
        if (!draft.services().isEmpty()) {
            terms.add(layout.term(
                    "write.need",
                    draft.services().stream()
                            .sorted()
                            .map(service -> layout.texts().of("need." + service.code()))
                            .collect(Collectors.joining("; "))));
        }
        terms.addAll(reach(draft));
        if (draft.familyMustNotKnow()) {
            terms.add(layout.term("write.careful", layout.texts().of("write.family")));
        }
        draft.area()
                .ifPresent(area ->
                        terms.add(layout.term("write.area", layout.texts().of("area." + area.code()))));
        return Html.all(terms);
    }

    private List<Html> reach(Draft draft) {
        List<Html> terms = new ArrayList<>();
        if (!draft.reachable().orElse(false)) {
            terms.add(layout.term("write.reach", layout.texts().of("reach.no")));
            return terms;
        }
        String channel = draft.channel().map(parts::channel).orElse("");
        terms.add(layout.term("write.reach", channel + ": " + draft.address()));
        draft.whose()
                .filter(unused -> WritePage.forAnother(draft))
                .ifPresent(whose -> terms.add(coded("write.whose", "whose.", whose)));
        terms.add(layout.term(
                "write.hours",
                draft.hours().isEmpty()
                        ? layout.texts().of("hour.any")
                        : draft.hours().stream()
                                .sorted()
                                .map(part -> layout.texts().of("hour." + part.code()))
                                .collect(Collectors.joining("; "))));
        terms.add(layout.term("write.write", layout.texts().of(draft.write() ? "yes" : "no.short")));
        if (draft.noMessage()) {
            terms.add(layout.term("write.quiet", layout.texts().of("yes")));
        }
        return terms;
    }

    private Html coded(String question, String prefix, Coded value) {
        return layout.term(question, layout.texts().of(prefix + value.code()));
    }
}
