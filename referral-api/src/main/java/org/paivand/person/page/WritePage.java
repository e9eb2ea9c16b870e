package org.paivand.person.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.paivand.casefile.section.Urgency;
import org.paivand.contact.ContactBy;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Coded;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.html.Tag;
import org.paivand.intake.Draft;
import org.paivand.intake.Draft.Fault;
import org.paivand.intake.Hours;
import org.paivand.intake.Offered;
import org.paivand.intake.Reach;
import org.paivand.registry.agency.Agency;

/** The form: lists to mark, and one line for a number. There is nothing else to write, so nothing that tells who somebody is. */
final class WritePage {
    private static final String TRAP = Pages.TRAP;

    private final Layout layout;
    private final FormParts parts;

    WritePage(Layout layout) {
        this.layout = layout;
        this.parts = new FormParts(layout);
    }

    /**
     * The form as far as it is filled in.
     *
     * @param faults each told at the top and at its field
     * @param trapped whether the field was filled in that nobody sees; it is then shown, since a person may have done it
     */
    Document of(Agency agency, Draft draft, List<Fault> faults, boolean trapped, String ticket) {
        return layout.page(
                layout.texts().of("write.title"),
                layout.languageLinks(FormParts.PATH),
                layout.heading("h1", "write.title"),
                faults.isEmpty() && !trapped ? layout.paragraph("write.lead") : summary(faults, trapped),
                parts.call(agency),
                Html.tag("form")
                        .with("method", "post")
                        .with("action", layout.path() + FormParts.PATH)
                        .with("autocomplete", "off")
                        .holding(
                                Layout.hidden("ticket", ticket),
                                who(draft, faults),
                                urgency(draft, faults),
                                needs(draft),
                                reach(draft, faults),
                                details(draft),
                                trap(trapped),
                                parts.button(FormStep.CHECK, "write.next", true)));
    }

    private Html summary(List<Fault> faults, boolean trapped) {
        Stream<Html> lines = Stream.concat(
                faults.stream().map(fault -> line(fault.code(), "fault." + fault.code())),
                trapped ? Stream.of(line(TRAP, "write.trap")) : Stream.empty());
        return Html.tag("div")
                .with("class", "said")
                .with("role", "alert")
                .holding(layout.paragraph("fault.title"), Html.tag("ul").holding(lines.toList()));
    }

    private Html line(String field, String text) {
        return Html.tag("li")
                .holding(Html.tag("a")
                        .with("href", "#" + field)
                        .text(layout.texts().of(text)));
    }

    private Html who(Draft draft, List<Fault> faults) {
        return Html.all(
                parts.group(
                        "by",
                        "write.by",
                        fault(Fault.BY, faults),
                        choices("by", Offered.WRITERS, draft.by(), code -> "by." + code)),
                parts.group(
                        "age",
                        "write.age",
                        Optional.empty(),
                        choices("age", List.of(AgeGroup.values()), Optional.of(draft.age()), code -> "age." + code)),
                parts.select(
                        "language",
                        "write.language",
                        Offered.LANGUAGES.stream()
                                .map(tongue -> FormParts.option(
                                        tongue.code(),
                                        tongue.name(),
                                        tongue.code().equals(draft.language())))
                                .toList()));
    }

    private Html urgency(Draft draft, List<Fault> faults) {
        return parts.group(
                "urgency",
                "write.urgency",
                fault(Fault.URGENCY, faults),
                choices("urgency", List.of(Urgency.values()), draft.urgency(), code -> "urgency." + code));
    }

    private Html needs(Draft draft) {
        return parts.group(
                "need",
                "write.need",
                Optional.empty(),
                Html.all(Offered.SERVICES.stream()
                        .map(service -> parts.box(
                                "need",
                                service.code(),
                                "need." + service.code(),
                                draft.services().contains(service)))
                        .toList()));
    }

    private Html reach(Draft draft, List<Fault> faults) {
        Html may = parts.group(
                "reach",
                "write.reach",
                fault(Fault.REACH, faults),
                Html.all(
                        parts.radio(
                                "reach", "yes", "reach.yes", draft.reachable().equals(Optional.of(true))),
                        parts.radio("reach", "no", "reach.no", draft.reachable().equals(Optional.of(false)))));
        Tag line = Html.tag("input")
                .with("type", "text")
                .with("id", "address")
                .with("name", "address")
                .with("value", draft.address())
                .with("maxlength", "120")
                .with("autocomplete", "off")
                .with("spellcheck", "false");
        Html address = Html.all(
                Html.tag("label").with("for", "address").text(layout.texts().of("write.address")),
                parts.fault("address", fault(Fault.ADDRESS, faults)),
                (faults.contains(Fault.ADDRESS)
                                ? line.with("aria-invalid", "true").with("aria-describedby", "address-fault")
                                : line)
                        .empty());
        Html channels = parts.select(
                "channel",
                "write.channel",
                Stream.concat(
                                Stream.of(FormParts.option(
                                        "",
                                        layout.texts().of("none"),
                                        draft.channel().isEmpty())),
                                Offered.CHANNELS.stream()
                                        .map(channel -> FormParts.option(
                                                channel.code(),
                                                parts.channel(channel),
                                                draft.channel().equals(Optional.of(channel)))))
                        .toList(),
                fault(Fault.CHANNEL, faults));
        return Html.all(
                may,
                channels,
                address,
                parts.group(
                        "whose",
                        "write.whose",
                        fault(Fault.WHOSE, faults),
                        choices("whose", List.of(Reach.Whose.values()), draft.whose(), code -> "whose." + code)));
    }

    private Html details(Draft draft) {
        Html hours = Html.all(Arrays.stream(Hours.values())
                .map(part -> parts.box(
                        "hours",
                        part.code(),
                        "hour." + part.code(),
                        draft.hours().contains(part)))
                .toList());
        return Html.all(
                parts.group("hours", "write.hours", Optional.empty(), hours),
                parts.group(
                        "careful",
                        "write.careful",
                        Optional.empty(),
                        Html.all(
                                parts.box("write", "yes", "write.write", draft.write()),
                                parts.box("quiet", "yes", "write.quiet", draft.noMessage()),
                                parts.box("family", "yes", "write.family", draft.familyMustNotKnow()))),
                parts.select(
                        "area",
                        "write.area",
                        Stream.concat(
                                        Stream.of(FormParts.option(
                                                "",
                                                layout.texts().of("none"),
                                                draft.area().isEmpty())),
                                        Offered.AREAS.stream()
                                                .map(area -> FormParts.option(
                                                        area.code(),
                                                        layout.texts().of("area." + area.code()),
                                                        draft.area().equals(Optional.of(area)))))
                                .toList()));
    }

    private Html trap(boolean trapped) {
        Tag field = Html.tag("input")
                .with("type", "text")
                .with("id", TRAP)
                .with("name", TRAP)
                .with("autocomplete", "off");
        Tag around = trapped ? Html.tag("div") : Html.tag("div").with("class", "trap");
        return around.holding(
                Html.tag("label").with("for", TRAP).text(layout.texts().of("write.trap")), field.empty());
    }

    private <T extends Coded> Html choices(
            String name, Collection<T> values, Optional<T> chosen, Function<String, String> text) {
        return Html.all(values.stream()
                .map(value ->
                        parts.radio(name, value.code(), text.apply(value.code()), chosen.equals(Optional.of(value))))
                .toList());
    }

    private static Optional<Fault> fault(Fault fault, List<Fault> faults) {
        return Optional.of(fault).filter(faults::contains);
    }

    /** Whether the writer is somebody else than the person. */
    static boolean forAnother(Draft draft) {
        return draft.by().filter(by -> by != ContactBy.PERSON).isPresent();
    }
}
