package org.paivand.person.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.casefile.CaseId;
import org.paivand.complaint.Complaint;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.html.Document;
import org.paivand.intake.Draft;
import org.paivand.intake.Draft.Fault;
import org.paivand.intake.Receiver;
import org.paivand.person.Agreed;
import org.paivand.person.Delivery;
import org.paivand.person.Holder;
import org.paivand.person.IssuedCodes;
import org.paivand.person.KnownWorker;
import org.paivand.person.Overview;
import org.paivand.person.Overview.Choice;
import org.paivand.person.Overview.Subject;
import org.paivand.person.PersonCode;
import org.paivand.person.PersonCode.Opens;
import org.paivand.person.Receipt;
import org.paivand.person.SurvivorCode;
import org.paivand.person.ToldOutside;
import org.paivand.person.Visit;
import org.paivand.person.Visit.Said;
import org.paivand.person.WritingDesk.Sent;
import org.paivand.referral.ReferralId;
import org.paivand.referral.WishedEnds.Help;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.json.SampleDirectory;

/** Writes every page to {@code target/pages}, where a person can look at them. */
class PagesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String TICKET = "A".repeat(75);
    private static final Pattern REVEALING = Pattern.compile(
            "traffick|victim|paivand|пайванд|торговл|жертв|савдои одам|ҷабрдида|shelter|приют|паноҳгоҳ|tj-|\\(north|\\(шимол|\\(север");

    private final Directory directory = directory();
    private final Pages pages = new Pages(
            () -> directory,
            ZoneId.of("Asia/Dushanbe"),
            Optional.of("https://info.example/s"),
            "https://www.wikipedia.org/",
            new Receiver(() -> directory, Optional.of(new AgencyId("tj-hotline-national"))),
            30);

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void areSmallAndReadOnAnyLine(PageLanguage language) throws IOException {
        Map<String, Document> all = all(language);

        for (Map.Entry<String, Document> page : all.entrySet()) {
            byte[] bytes = page.getValue().bytes(4096);
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.write(folder.resolve(page.getKey() + "." + language.code() + ".html"), bytes);
            int most = page.getKey().startsWith("write") ? 20 : 16;
            assertTrue(bytes.length <= most * 1024, page.getKey() + " has " + bytes.length);
        }
        assertEquals(
                of(all, "nothing").bytes(4096).length,
                of(all, "entry").bytes(4096).length,
                "what the second number shows is of the size of an ordinary page");
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void tellWorkersApartByTheTimeAloneAndNeverByWhoTheyAre(PageLanguage language) {
        Map<String, Document> all = all(language);

        assertTrue(text(of(all, "status")).contains("21.11.2026 15:00"));
        assertTrue(text(of(all, "bar-one")).contains("21.11.2026 15:00"));
        all.forEach((name, page) -> assertFalse(markup(page).contains("worker-seven"), name));
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void revealNothingByTitleSenderOrWords(PageLanguage language) {
        all(language).forEach((name, page) -> {
            String text = text(page).toLowerCase(Locale.ROOT);
            assertFalse(
                    REVEALING.matcher(text).find(),
                    () -> name + ": " + REVEALING.matcher(text).results().toList());
        });
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void runNothingAndFetchNothing(PageLanguage language) {
        all(language).forEach((name, page) -> {
            String markup = markup(page);
            assertFalse(markup.matches("(?s).*(<script|<img|<link|<iframe| on[a-z]+=| style=|url\\(|@import).*"), name);
            assertEquals(1, markup.split("<h1", -1).length - 1, name + " has one heading of the first level");
            assertTrue(markup.contains("lang=\"" + language.code() + "\""), name);
        });
    }

    /** Each field has its label, each page a way out, and no form sends by GET. */
    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void canBeUsedWithoutSeeing(PageLanguage language) {
        all(language).forEach((name, page) -> {
            String markup = markup(page);
            for (String id : List.of("code", "choice", "language", "channel", "address", "area", "website")) {
                if (markup.contains("id=\"" + id + "\"")) {
                    assertTrue(markup.contains("for=\"" + id + "\""), name);
                }
            }
            assertEquals(markup.split("<form", -1).length, markup.split("<form method=\"post\"", -1).length, name);
            assertTrue(name.startsWith("receipt") || markup.contains("class=\"exit\""), name);
        });
    }

    /** Where somebody is or goes, what happened, and whether they speak with the police: words that they share with harmless things. */
    @Test
    void tellByTheirWordsNeitherWhereSomebodyIsNorWhatHappened() {
        for (PageLanguage language : PageLanguage.values()) {
            Words words = new Words(new PageTexts(language), directory, ZoneId.of("Asia/Dushanbe"));
            assertEquals(words.details(Set.of(Category.SAFETY)), words.details(Set.of(Category.WHEREABOUTS)));
            assertEquals(
                    words.details(Set.of(Category.SAFETY)), words.details(Set.of(Category.TRAVEL, Category.SAFETY)));
            assertEquals(words.purpose(Purpose.ASSISTANCE), words.purpose(Purpose.SHELTER_PLACEMENT));
            assertEquals(words.purpose(Purpose.STATUTORY_STATUS), words.purpose(Purpose.INVESTIGATION));
            assertEquals(words.agency(new AgencyId("nobody")), words.agency(new AgencyId("tj-shelter-north")));
        }
    }

    @Test
    void haveAWordForEachWayAndEachKindOfStranger() {
        for (PageLanguage language : PageLanguage.values()) {
            Words words = new Words(new PageTexts(language), directory, ZoneId.of("Asia/Dushanbe"));
            for (OutOfBandChannel channel : OutOfBandChannel.values()) {
                assertFalse(words.channel(channel).isBlank());
            }
            for (Outsider outsider : Outsider.values()) {
                assertFalse(words.told(told(Optional.empty(), Optional.of(outsider)))
                        .isBlank());
            }
        }
    }

    @Test
    void haveEachSentenceInEachLanguage() throws IOException {
        Map<String, Properties> texts = new TreeMap<>();
        for (String file : List.of("pages", "pages_ru", "pages_tg")) {
            Properties loaded = new Properties();
            try (var in = Files.newBufferedReader(
                    Path.of("src/main/resources/org/paivand/person/page", file + ".properties"))) {
                loaded.load(in);
            }
            texts.put(file, loaded);
        }

        Set<String> keys = of(texts, "pages").stringPropertyNames();
        texts.forEach((file, loaded) -> {
            assertEquals(keys, loaded.stringPropertyNames(), file);
            assertTrue(
                    loaded.values().stream().noneMatch(text -> text.toString().isBlank()), file);
        });
        long own = keys.stream()
                .filter(key -> !of(texts, "pages_ru")
                        .getProperty(key)
                        .equals(of(texts, "pages").getProperty(key)))
                .filter(key -> !of(texts, "pages_tg")
                        .getProperty(key)
                        .equals(of(texts, "pages").getProperty(key)))
                .count();
        assertEquals(keys.size(), own, "nothing stands untranslated");
    }

    /** The paper that the person takes doesn't tell that there is a second number. */
    @Test
    void keepTheSecondNumberOffThePersonsOwnPaper() {
        String receipt = markup(of(all(PageLanguage.EN), "receipt-codes"));
        String persons = receipt.substring(0, receipt.indexOf("For the worker"));

        assertFalse(persons.contains("second number"));
        assertEquals(1, persons.split("class=\"code\"", -1).length - 1);
    }

    /** WCAG 2.2, 1.4.3 and 1.4.11: seven to one for text, three to one for borders and focus. */
    @Test
    void haveEnoughContrast() {
        for (String colour : List.of("1b1b1b", "595959")) {
            assertTrue(contrast(colour, "ffffff") >= 7, colour);
            assertTrue(contrast(colour, "f1f1f1") >= 4.5, colour);
        }
        for (String colour : List.of("767676", "0b57d0")) {
            assertTrue(contrast(colour, "ffffff") >= 3, colour);
        }
        assertEquals(
                Set.of("1b1b1b", "595959", "767676", "0b57d0", "f1f1f1", "fff"),
                Pattern.compile("#([0-9a-f]{3,6})")
                        .matcher(Pages.style().css())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
    }

    private static <T> T of(Map<String, T> all, String name) {
        return Optional.ofNullable(all.get(name)).orElseThrow();
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private Map<String, Document> all(PageLanguage language) {
        Visit.Status status = new Visit.Status(
                new PersonCode(UUID.randomUUID(), new CaseId(UUID.randomUUID()), Holder.SUBJECT, Opens.STATUS),
                overview(),
                Said.WITHDRAWN);
        SecureRandom random = new SecureRandom();
        IssuedCodes codes = new IssuedCodes(SurvivorCode.random(random), SurvivorCode.random(random));
        List<Agreed> parts =
                overview().agreed().stream().filter(Agreed::withdrawable).toList();
        Map<String, Document> all = new TreeMap<>();
        all.put("entry", pages.entry(language, Optional.empty()));
        all.put("wrong", pages.entry(language, Optional.of(Pages.Notice.WRONG)));
        all.put("status", pages.status(language, status, TICKET));
        all.put("nothing", pages.nothing(language, TICKET));
        all.put("take-back", pages.confirmTakingBack(language, parts, TICKET));
        all.put("restore", pages.confirmRestoring(language, parts, TICKET));
        all.put("bar", pages.confirmBarring(language, overview().choices().get(0), TICKET));
        all.put("bar-one", pages.confirmBarring(language, last(overview().choices()), TICKET));
        all.put("end-help", pages.confirmEndingHelp(language, overview().helps(), TICKET));
        all.put("complaining", pages.complaining(language, overview(), TICKET));
        all.put(
                "complain",
                pages.confirmComplaining(language, overview().subjects().get(1), ComplaintTopic.FELT_UNSAFE, TICKET));
        Agency agency = directory.agency(new AgencyId("tj-hotline-national")).orElseThrow();
        Agency children = directory.agency(new AgencyId("tj-hotline-children")).orElseThrow();
        Draft draft = draft();
        all.put("write", pages.write(language, agency, Draft.empty("tg"), List.of(), false, TICKET));
        all.put(
                "write-faults",
                pages.write(language, agency, Draft.empty("tg"), List.of(Fault.values()), true, TICKET));
        all.put("check", pages.check(language, children, draft, pages.permission(language, children), true, TICKET));
        all.put(
                "sent",
                pages.sent(language, agency, new Sent.There(Optional.of(codes.status()), Optional.empty(), true)));
        all.put(
                "sent-receipt",
                pages.sent(language, agency, new Sent.There(Optional.empty(), Optional.of("041958273"), false)));
        all.put("full", pages.full(language, agency));
        all.put(
                "waiting",
                pages.waiting(
                        language, new Visit.Waiting(UUID.randomUUID(), agency.id(), NOW, true, Said.NOTHING), TICKET));
        all.put("unsend", pages.confirmUnsending(language, TICKET));
        all.put("unsent", pages.takenBack(language));
        all.put("receipt", pages.receipt(language, new Receipt(overview(), Optional.empty())));
        all.put("receipt-codes", pages.receipt(language, new Receipt(overview(), Optional.of(codes))));
        return all;
    }

    private static Draft draft() {
        return Draft.of(Map.ofEntries(
                Map.entry("by", List.of("third-party")),
                Map.entry("urgency", List.of("urgent")),
                Map.entry("need", List.of("shelter", "legal-aid")),
                Map.entry("reach", List.of("yes")),
                Map.entry("whose", List.of("writer")),
                Map.entry("channel", List.of("whatsapp")),
                Map.entry("address", List.of("+992 <00> 000 00 00")),
                Map.entry("hours", List.of("evening")),
                Map.entry("family", List.of("yes")),
                Map.entry("area", List.of("RU"))));
    }

    /** Who sends it agrees to these sentences, so they name who reads it, and whom the law has them tell. */
    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void sayBeforeSendingWhoReadsItAndWhomTheLawHasThemTell(PageLanguage language) {
        Agency children = directory.agency(new AgencyId("tj-hotline-children")).orElseThrow();
        String check = text(of(all(language), "check"));

        assertTrue(check.contains(language.of(children.name())));
        assertTrue(check.contains(
                language.of(children.reportingDuty().orElseThrow().law())));
        assertTrue(check.contains("+992"));
        assertFalse(text(of(all(language), "entry")).contains("{"));
        all(language).forEach((name, page) -> assertFalse(text(page).contains("{"), name));
    }

    private Overview overview() {
        List<Agreed> agreed = new ArrayList<>();
        agreed.add(agreed(
                "tj-shelter-north",
                Purpose.SHELTER_PLACEMENT,
                GrantStatus.LIVE,
                false,
                Category.SERVICE_REQUEST,
                Category.IDENTITY,
                Category.CONTACT));
        agreed.add(agreed("tj-clinic-dushanbe", Purpose.MEDICAL_CARE, GrantStatus.LIVE, false, Category.HEALTH));
        agreed.add(agreed(
                "tj-ngo-legal-aid",
                Purpose.LEGAL_AID,
                GrantStatus.WITHDRAWN,
                true,
                Category.LEGAL,
                Category.EXPERIENCE));
        agreed.add(new Agreed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                true,
                Set.of(new AgencyId("tj-consulate-moscow")),
                false,
                Purpose.ASSISTANCE,
                Set.of(),
                Optional.empty(),
                GrantStatus.LIVE,
                false));
        List<Delivery> deliveries = List.of(
                new Delivery(
                        UUID.randomUUID(),
                        NOW,
                        new AgencyId("tj-shelter-north"),
                        Set.of(Category.IDENTITY, Category.WHEREABOUTS),
                        false),
                new Delivery(
                        UUID.randomUUID(),
                        NOW.minusSeconds(86_400),
                        new AgencyId("tj-clinic-dushanbe"),
                        Set.of(Category.HEALTH),
                        true));
        List<Choice> choices = directory.agencies().stream()
                .filter(agency -> !agency.confidentialLocation())
                .map(agency -> new Choice("0123456789abcdef", agency.id(), Optional.empty(), false))
                .collect(Collectors.toCollection(ArrayList::new));
        choices.add(new Choice(
                "fedcba9876543210",
                new AgencyId("tj-shelter-north"),
                Optional.of(new KnownWorker(
                        new AgencyId("tj-shelter-north"), WorkerId.of("worker-seven"), NOW.minusSeconds(86_400))),
                true));
        List<Subject> subjects = List.of(
                new Subject("0011223344556677", new AgencyId("tj-police-dushanbe"), Optional.empty()),
                new Subject("8899aabbccddeeff", new AgencyId("tj-shelter-north"), Optional.of(deliveries.get(0))));
        return new Overview(
                NOW,
                Holder.SUBJECT,
                new AgencyId("tj-police-dushanbe"),
                agreed,
                deliveries,
                List.of(
                        told(Optional.of(new AgencyId("tj-shelter-north")), Optional.empty()),
                        told(Optional.empty(), Optional.of(Outsider.FAMILY))),
                choices,
                subjects,
                List.of(complaint(Optional.empty()), complaint(Optional.of(ComplaintOutcome.UPHELD))),
                List.of(help(Optional.empty()), help(Optional.of(NOW))),
                List.of(NOW));
    }

    private static Help help(Optional<Instant> askedAt) {
        return new Help(
                new ReferralId(UUID.randomUUID()),
                new AgencyId("tj-shelter-north"),
                Purpose.SHELTER_PLACEMENT,
                askedAt);
    }

    private static ToldOutside told(Optional<AgencyId> recipient, Optional<Outsider> outsider) {
        return new ToldOutside(
                NOW.minusSeconds(3600), OutOfBandChannel.TELEPHONE, recipient, outsider, Set.of(Category.CONTACT));
    }

    private static Complaint complaint(Optional<ComplaintOutcome> outcome) {
        return new Complaint(
                UUID.randomUUID(),
                new CaseId(UUID.randomUUID()),
                new Complaint.Wanted(
                        new AgencyId("tj-shelter-north"), ComplaintTopic.WENT_ON_AFTER_WITHDRAWAL, Optional.empty()),
                Complaint.Via.PERSON,
                NOW.minusSeconds(86_400),
                outcome.map(found -> new Complaint.Answer(found, new AgencyId("tj-commission"), NOW)));
    }

    private static Agreed agreed(
            String recipient, Purpose purpose, GrantStatus status, boolean undoable, Category... categories) {
        return new Agreed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                false,
                Set.of(new AgencyId(recipient)),
                false,
                purpose,
                Set.of(categories),
                Optional.of(NOW.plusSeconds(90L * 86_400)),
                status,
                undoable);
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void leadTheKeyboardToTheWayOutFirstThenPastTheLanguagesThenInTheOrderOfReading(PageLanguage language) {
        all(language).forEach((name, page) -> {
            Keyboard keyboard = Keyboard.of(markup(page));
            List<Keyboard.Stop> stops = keyboard.stops();

            assertFalse(markup(page).contains("tabindex"), name);
            assertFalse(markup(page).contains("autofocus"), name);
            if (!name.startsWith("receipt")) {
                assertTrue(stops.get(0).is("exit"), name);
                assertTrue(stops.get(1).is("skip"), name);
                assertEquals(Optional.of("#content"), stops.get(1).attribute("href"), name);
                assertTrue(markup(page).contains("<main id=\"content\">"), name);
                assertTrue(markup(page).indexOf("<nav") < markup(page).indexOf("<main"), name);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void nameEverythingThatTheKeyboardReaches(PageLanguage language) {
        all(language).forEach((name, page) -> {
            Keyboard keyboard = Keyboard.of(markup(page));
            for (Keyboard.Stop stop : keyboard.stops()) {
                boolean spoken = stop.element().equals("a") || stop.element().equals("button");
                boolean named = spoken ? !keyboard.words(stop).isEmpty() : keyboard.isLabelled(stop);
                assertTrue(named, name + ": " + stop);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void askBeforeTheyChangeAnythingAndOfferTheWayBack(PageLanguage language) {
        Map<String, Document> all = all(language);
        for (String name : List.of("take-back", "restore", "bar", "bar-one", "complain")) {
            List<Optional<String>> buttons = Keyboard.of(markup(of(all, name))).stops().stream()
                    .filter(stop -> stop.element().equals("button"))
                    .map(stop -> stop.attribute("value"))
                    .toList();

            assertEquals(2, buttons.size(), name);
            assertTrue(buttons.get(0).orElseThrow().startsWith("yes-"), name);
            assertEquals(Optional.of(Step.LOOK.code()), buttons.get(1), name);
        }
    }

    @Test
    void showWhereTheKeyboardIs() {
        String style = Pages.style().css();

        assertTrue(style.contains(":focus-visible{outline:3px solid #0b57d0;outline-offset:2px}"));
        assertFalse(style.replace(":focus-visible{outline:3px", "").contains("outline:"));
        assertTrue(contrast("0b57d0", "ffffff") >= 3);
        assertTrue(style.contains(".skip:not(:focus){position:absolute"));
    }

    private static Choice last(List<Choice> choices) {
        return choices.get(choices.size() - 1);
    }

    private static String markup(Document page) {
        return new String(page.bytes(1), StandardCharsets.UTF_8);
    }

    private static String text(Document page) {
        return markup(page).replaceAll("(?s)<style>.*</style>", "").replaceAll("<[^>]*>", " ");
    }

    private static Directory directory() {
        try {
            return SampleDirectory.load();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
