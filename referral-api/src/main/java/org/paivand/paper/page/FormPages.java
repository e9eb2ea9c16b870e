package org.paivand.paper.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.paivand.casefile.section.ChildrenBand;
import org.paivand.casefile.section.RiskLevel;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.html.Document;
import org.paivand.html.Document.Stylesheet;
import org.paivand.html.Html;
import org.paivand.paper.FormNumber;
import org.paivand.paper.FormType;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/** Blank forms on A4, a sheet for each number. */
public final class FormPages {
    private static final Stylesheet STYLE = style();
    /** Codes of referrals, which know of forms and not forms of them. */
    private static final List<String> DECLINES = options(
            "decline",
            "no-capacity",
            "not-eligible",
            "unsafe-to-accept",
            "outside-coverage",
            "language",
            "conflict-of-interest",
            "person-declined",
            "duplicate",
            "other");

    private static final List<String> SPEAKERS =
            options("speaker", "manager", "case-worker", "duty-worker", "health-worker", "lawyer", "other-staff");
    private static final List<String> CHANNELS = options("by", "telephone-callback", "in-person", "paper-form");
    private static final List<String> LANGUAGES = List.of("tg", "ru", "en");

    private final String language;
    private final ResourceBundle texts;

    private FormPages(String language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "org.paivand.paper.page.forms",
                language.equals("en") ? Locale.ROOT : Locale.forLanguageTag(language),
                FormPages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @throws IllegalArgumentException for a language in which there are no forms */
    public static FormPages in(String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("not a language of the forms");
        }
        return new FormPages(language);
    }

    /** The policy under which these pages are shown. */
    public static String policy() {
        return STYLE.policy();
    }

    /** One form without a number, on which one is written by hand. */
    public Document blank(FormType type) {
        return document(type, List.of(sheet(type, Optional.empty())));
    }

    public Document numbered(FormType type, List<FormNumber> numbers) {
        return document(
                type,
                numbers.stream().map(number -> sheet(type, Optional.of(number))).toList());
    }

    private Document document(FormType type, List<Html> sheets) {
        Html body = Html.tag("main").holding(sheets);
        return new Document(language, "ltr", texts.getString("title." + type.code()), STYLE, body);
    }

    private Html sheet(FormType type, Optional<FormNumber> number) {
        Html written = Html.tag("span").with("class", "rule").text("");
        Html head = Html.tag("header")
                .holding(
                        Html.tag("h1").text(texts.getString("title." + type.code())),
                        Html.tag("p")
                                .with("class", "number")
                                .holding(
                                        Html.text(texts.getString("number") + " "),
                                        number.map(known -> Html.tag("strong").text(known.inGroups()))
                                                .orElse(written)));
        Html note = Html.tag("p").with("class", "note").text(texts.getString("note." + type.code()));
        Html foot = Html.tag("p").with("class", "foot").text(texts.getString("foot." + type.code()));
        return Html.tag("section")
                .with("class", "sheet")
                .holding(head, note, fields(type).html(), foot);
    }

    private Sheet fields(FormType type) {
        Sheet sheet = new Sheet(texts);
        return switch (type) {
            case REFERRAL_REQUEST -> request(sheet);
            case CONSENT -> consent(sheet);
            case OUT_OF_BAND -> outOfBand(sheet);
            case ANSWER -> answer(sheet);
        };
    }

    /** What the first stage asks for, and nothing by which somebody is known. */
    private static Sheet request(Sheet sheet) {
        return sheet.lines("from", "date")
                .lines("to", "consent-form")
                .boxes("urgency", "urgency", Urgency.class)
                .boxes("services", "service", ServiceType.class)
                .boxes("age", "age", AgeGroup.class)
                .line("language")
                .yesOrNo("interpreter")
                .boxes("children", "children", ChildrenBand.class)
                .boxes("sex", "sex", SexForPlacement.class)
                .boxes("risk", "risk", RiskLevel.class)
                .yesOrNo("contact-prohibited")
                .yesOrNo("family-must-not-know")
                .line("arrival");
    }

    private static Sheet consent(Sheet sheet) {
        return sheet.lines("recorded-by", "date")
                .lines("notice", "language")
                .boxes("form", "form", Form.class)
                .boxes("given-by", "giver", Role.class)
                .yesOrNo("alone")
                .yesOrNo("custody")
                .yesOrNo("capacity")
                .line("interpreter-pseudonym")
                .line("witness")
                .boxes("effect", "effect", Effect.class)
                .line("recipient-named")
                .boxes("purpose", "purpose", Purpose.class)
                .boxes("categories", "category", Category.class)
                .line("until")
                .line("signature")
                .line("witness-signature");
    }

    private static Sheet outOfBand(Sheet sheet) {
        return sheet.lines("told-by", "told-at")
                .boxes("channel", "channel", OutOfBandChannel.class)
                .line("recipient-agency")
                .boxes("outsider", "outsider", Outsider.class)
                .boxes("purpose", "purpose", Purpose.class)
                .boxes("told", "category", Category.class)
                .line("consent-form")
                .boxes("no-consent", "no-consent", NoConsentReason.class)
                .lines("corrects", "written-on");
    }

    /** What an agency without software says when it is called back; not who it was. */
    private static Sheet answer(Sheet sheet) {
        return sheet.lines("referral", "called-number")
                .boxes("answer", List.of("answer.accept", "answer.decline", "answer.ask"))
                .boxes("decline", DECLINES)
                .boxes("said-by", SPEAKERS)
                .lines("said-at", "written-by")
                .boxes("said-how", CHANNELS)
                .yesOrNo("called-back");
    }

    private static List<String> options(String list, String... codes) {
        return Stream.of(codes).map(code -> list + "." + code).toList();
    }

    private static Stylesheet style() {
        try (InputStream in = Objects.requireNonNull(FormPages.class.getResourceAsStream("forms.css"))) {
            return new Stylesheet(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\n", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
