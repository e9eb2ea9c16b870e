package org.paivand.person.page;

import java.util.List;
import java.util.Optional;
import org.paivand.casefile.section.ContactChannel;
import org.paivand.html.Html;
import org.paivand.html.Tag;
import org.paivand.intake.Draft.Fault;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.place.Phone;

/** Parts of the form for everybody. */
final class FormParts {
    /** Below the path of a language; it tells nothing. */
    static final String PATH = "/write";

    private final Layout layout;

    FormParts(Layout layout) {
        this.layout = layout;
    }

    /** A group of choices under one question, which is where a link to it leads. */
    Html group(String name, String question, Optional<Fault> fault, Html choices) {
        Tag group = Html.tag("fieldset").with("id", name);
        return (fault.isPresent() ? group.with("aria-describedby", name + "-fault") : group)
                .holding(Html.tag("legend").text(layout.texts().of(question)), fault(name, fault), choices);
    }

    Html fault(String name, Optional<Fault> fault) {
        return fault.map(missing -> Html.tag("p")
                        .with("class", "fault")
                        .with("id", name + "-fault")
                        .text(layout.texts().of("fault." + missing.code())))
                .orElse(Html.NOTHING);
    }

    Html radio(String name, String value, String text, boolean chosen) {
        return choice("radio", name, value, text, chosen);
    }

    Html box(String name, String value, String text, boolean chosen) {
        return choice("checkbox", name, value, text, chosen);
    }

    private Html choice(String type, String name, String value, String text, boolean chosen) {
        Tag input = Html.tag("input").with("type", type).with("name", name).with("value", value);
        return Html.tag("label")
                .with("class", "choice")
                .holding(
                        (chosen ? input.flag("checked") : input).empty(),
                        Html.tag("span").text(layout.texts().of(text)));
    }

    Html select(String name, String question, List<Html> options) {
        return select(name, question, options, Optional.empty());
    }

    Html select(String name, String question, List<Html> options, Optional<Fault> fault) {
        Tag select = Html.tag("select").with("id", name).with("name", name);
        Tag told = fault.isPresent()
                ? select.with("aria-invalid", "true").with("aria-describedby", name + "-fault")
                : select;
        return Html.all(
                Html.tag("label").with("for", name).text(layout.texts().of(question)),
                fault(name, fault),
                told.holding(options));
    }

    static Html option(String value, String text, boolean chosen) {
        Tag option = Html.tag("option").with("value", value);
        return (chosen ? option.flag("selected") : option).text(text);
    }

    Html button(FormStep step, String text, boolean main) {
        return Html.tag("button")
                .with("class", main ? "main" : "plain")
                .with("name", "step")
                .with("value", step.code())
                .text(layout.texts().of(text));
    }

    /** Products have their own names in every language. */
    String channel(ContactChannel channel) {
        return switch (channel) {
            case WHATSAPP -> "WhatsApp";
            case TELEGRAM -> "Telegram";
            case SIGNAL -> "Signal";
            case VIBER -> "Viber";
            case IMO -> "imo";
            default -> layout.texts().of("channel." + channel.code());
        };
    }

    /** Where somebody answers who needn't be written to. */
    Html call(Agency agency) {
        return Html.all(
                Html.tag("p")
                        .holding(
                                Html.text(layout.texts().of("write.call") + " "),
                                Html.all(agency.phones().stream()
                                        .map(phone -> Html.all(number(phone), Html.text(" ")))
                                        .toList())),
                Html.tag("p")
                        .holding(
                                Html.text(layout.texts().of("write.danger") + " "),
                                Html.tag("a").with("href", "tel:112").text("112")));
    }

    private static Html number(Phone phone) {
        return Html.tag("a").with("href", "tel:" + phone.number()).text(phone.number());
    }
}
