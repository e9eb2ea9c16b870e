package org.paivand.disclosure.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.Scene;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.event.Withheld;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementReference;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.HandlingCode;
import org.paivand.disclosure.policy.LawfulBasis;
import org.paivand.disclosure.policy.Parties;

/** What was written before agreements overlapped is read, decided and written as it was; new forms are only taken where they must be. */
final class AgreementFormsTest {
    /** Written by the version before these forms, like the decision input in the test's resources. */
    private static final String OLD_AGREEMENT =
            "{\"format\":\"paivand-agreement/v1\",\"id\":\"tj-kz-2026\",\"version\":1,"
                    + "\"parties\":{\"jurisdictions\":[\"KZ\",\"TJ\"]},\"purposes\":[\"shelter-placement\"],"
                    + "\"categories\":[\"contact\"],\"validFrom\":\"2026-11-21T10:00:00Z\",\"validUntil\":\"2026-12-22T10:00:00Z\","
                    + "\"onwardAllowed\":false,\"retentionDays\":60,\"lawReference\":\"Memorandum of 2026, article 4\"}";

    private static final String OLD_INPUT_SHA256 = "9f976deef477a46cce73d486cf9fbd70b7e50e73f1842c48c56c3dcb8427a65b";
    private static final Parties.Countries COUNTRIES = new Parties.Countries(Set.of(Scene.TJ, Scene.KZ));
    private static final AgreementTerms FULL = new AgreementTerms(
            Map.of(Purpose.SHELTER_PLACEMENT, Set.of(Category.CONTACT)),
            Optional.of(Set.of(AgencyKind.SHELTER, AgencyKind.NGO)),
            Optional.of(EvidenceUse.ASK),
            Optional.of(new LawfulBasis("Моддаи 5", "Статья 5", "Article 5")),
            Optional.of(Sha256.of("ef".repeat(32))));

    private static byte[] oldInput() throws IOException {
        try (InputStream in =
                AgreementFormsTest.class.getResourceAsStream("/org/paivand/disclosure/json/decision-input-v1.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Agreement full() {
        return Scene.varied(
                Scene.corridor(),
                "full",
                new Parties.Kinds(COUNTRIES, EnumSet.of(AgencyKind.NGO, AgencyKind.SHELTER, AgencyKind.POLICE)),
                FULL);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void refused(String agreement) {
        assertThrows(
                InvalidDocumentException.class,
                () -> AgreementJson.parse(agreement.getBytes(StandardCharsets.UTF_8)),
                agreement);
    }

    @Test
    void anAgreementFromBeforeMeansWhatItMeantAndKeepsItsBytes() throws Exception {
        byte[] bytes = OLD_AGREEMENT.getBytes(StandardCharsets.UTF_8);

        Agreement read = AgreementJson.parse(bytes);

        assertEquals(Scene.corridor(), read);
        assertEquals(AgreementTerms.NONE, read.terms());
        assertTrue(read.reaches(AgencyKind.POLICE));
        assertEquals(read.categories(), read.ceiling(Purpose.SHELTER_PLACEMENT));
        assertArrayEquals(bytes, AgreementJson.write(read));
    }

    @Test
    void aDecisionFromBeforeIsReplayedToTheSameAnswersFromTheSameBytes() throws Exception {
        byte[] bytes = oldInput();

        DecisionInput read = DecisionInput.parse(bytes);
        Decision decision = read.replay(Scene.POLICY);

        assertArrayEquals(bytes, read.bytes());
        assertEquals(OLD_INPUT_SHA256, read.sha256().hex());
        assertEquals(List.of(Scene.corridor()), read.agreements());
        assertEquals(Set.of(Category.CONTACT), decision.permitted().keySet());
        decision.permitted().values().forEach(permit -> {
            assertEquals(Scene.END, permit.validUntil());
            assertEquals(
                    Scene.NOW.plusSeconds(60L * 86_400), permit.obligations().retainUntil());
            assertFalse(permit.obligations().onward());
            assertEquals(Optional.empty(), permit.obligations().evidenceUse());
        });
        Set<Category> beyond = EnumSet.of(Category.WHEREABOUTS, Category.TRAVEL, Category.EXPERIENCE, Category.LEGAL);
        decision.withheld()
                .forEach((category, reason) -> assertEquals(
                        beyond.contains(category) ? ReasonCode.BEYOND_NEED_TO_KNOW : ReasonCode.AGREEMENT_EXCLUDES,
                        reason));
    }

    @Test
    void anEventFromBeforeNamesNoAgreementAndTellsItsDecisionAllTheSame() throws Exception {
        Decision decision = DecisionInput.parse(oldInput()).replay(Scene.POLICY);
        Denial denial = new Denial(
                Events.head(Optional.of(Scene.CASE)),
                Optional.empty(),
                Optional.empty(),
                "release-refused",
                decision.withheld().entrySet().stream()
                        .map(kept -> new Withheld(kept.getKey(), kept.getValue()))
                        .toList(),
                Optional.empty());

        assertTrue(text(EventJson.write(denial)).startsWith("{\"format\":\"paivand-event/v1\""));
        decision.withheld().forEach((category, reason) -> {
            AgreementReference ours = new AgreementReference("tj-kz-2026", 1);
            AgreementReference another = new AgreementReference("tj-kz-2026", 2);
            boolean byAgreement = reason == ReasonCode.AGREEMENT_EXCLUDES;
            assertEquals(byAgreement ? Optional.of(ours) : Optional.empty(), decision.agreement(category));
            assertFalse(new Denial(
                            denial.head(),
                            Optional.empty(),
                            Optional.empty(),
                            "release-refused",
                            List.of(new Withheld(category, reason, Optional.of(another))),
                            Optional.empty())
                    .tells(new Decision(
                            "tj-2", Map.of(category, decision.categories().get(category)))));
        });
    }

    @Test
    void everyTermIsWrittenAndReadAgain() throws Exception {
        byte[] bytes = AgreementJson.write(full());

        assertEquals(full(), AgreementJson.parse(bytes));
        assertEquals(
                "{\"format\":\"paivand-agreement/v2\",\"id\":\"full\",\"version\":1,"
                        + "\"parties\":{\"jurisdictions\":[\"KZ\",\"TJ\"],\"kinds\":[\"police\",\"shelter\",\"ngo\"]},"
                        + "\"purposes\":[\"shelter-placement\"],\"categories\":[\"contact\"],"
                        + "\"validFrom\":\"2026-11-21T10:00:00Z\",\"validUntil\":\"2026-12-22T10:00:00Z\","
                        + "\"onwardAllowed\":false,\"retentionDays\":60,\"lawReference\":\"Memorandum of 2026, article 4\","
                        + "\"ceilings\":{\"shelter-placement\":[\"contact\"]},\"recipientKinds\":[\"shelter\",\"ngo\"],"
                        + "\"handling\":{\"evidenceUse\":\"ask\",\"immigrationUse\":\"never\"},"
                        + "\"lawfulBasis\":{\"tg\":\"Моддаи 5\",\"ru\":\"Статья 5\",\"en\":\"Article 5\"},"
                        + "\"documentSha256\":\"" + "ef".repeat(32) + "\"}",
                text(bytes));
    }

    @Test
    void refusesTheSecondFormWhereTheFirstWouldDoAndTheFirstWithTerms() {
        String full = text(AgreementJson.write(full()));

        refused(OLD_AGREEMENT.replace("agreement/v1", "agreement/v2"));
        refused(full.replace("agreement/v2", "agreement/v1"));
        refused(full.replace("agreement/v2", "agreement/v3"));
        refused(full.replace("\"never\"", "\"ask\""));
        refused(full.replace("\"recipientKinds\":[\"shelter\",\"ngo\"]", "\"recipientKinds\":[\"ngo\",\"shelter\"]"));
        refused(full.replace("\"ceilings\":{\"shelter-placement\":[\"contact\"]}", "\"ceilings\":{}"));
        refused(full.replace("{\"shelter-placement\":[\"contact\"]}", "{\"return\":[\"contact\"]}"));
        refused(full.replace("ef".repeat(32), "EF".repeat(32)));
        refused(full.replace("\"Article 5\"", "\"\""));
    }

    @Test
    void anInputTakesTheSecondFormForSeveralAgreementsOrNewTermsAlone() throws Exception {
        Scene none = new Scene().to(Scene.SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT);
        Scene one =
                new Scene().to(Scene.SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT).agreed(Scene.corridor());
        Scene terms =
                new Scene().to(Scene.SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT).agreed(full());
        Scene two =
                new Scene().to(Scene.SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT).agreed(Scene.corridor(), full());

        for (Scene scene : List.of(none, one, terms, two)) {
            byte[] bytes = scene.input().bytes();
            boolean second = scene == terms || scene == two;

            assertEquals(scene.input(), DecisionInput.parse(bytes));
            assertTrue(text(bytes).startsWith("{\"format\":\"paivand-decision-input/v" + (second ? "2" : "1") + "\""));
            assertThrows(
                    InvalidDocumentException.class,
                    () -> DecisionInput.parse(text(bytes)
                            .replace(second ? "input/v2" : "input/v1", second ? "input/v1" : "input/v2")
                            .getBytes(StandardCharsets.UTF_8)));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Scene().agreed(full(), full()).input());
    }

    @Test
    void anEventThatNamesAnAgreementIsOfTheSecondForm() throws Exception {
        var before = Events.disclosure();
        AgreementReference agreement = new AgreementReference("tj-kz-2026", 3);
        var event = new Disclosure(
                before.head(),
                before.to(),
                before.forPurpose(),
                before.released().stream()
                        .map(part -> new Released(part.category(), part.basis(), part.paths(), Optional.of(agreement)))
                        .toList(),
                List.of(new Withheld(Category.HEALTH, ReasonCode.AGREEMENT_ABOVE_CEILING, Optional.of(agreement))),
                before.decision(),
                before.payload(),
                new Terms(HandlingCode.PERSONAL, false, Scene.NOW, Optional.of(EvidenceUse.NEVER)),
                before.breakGlass(),
                before.authoriser());

        String written = text(EventJson.write(event));

        assertEquals(event, EventJson.parse(EventJson.write(event)));
        assertTrue(written.startsWith("{\"format\":\"paivand-event/v2\""));
        assertTrue(written.contains("\"agreement\":{\"id\":\"tj-kz-2026\",\"version\":3}"));
        assertTrue(written.contains("\"evidenceUse\":\"never\""));
        assertThrows(
                InvalidDocumentException.class,
                () -> EventJson.parse(written.replace("event/v2", "event/v1").getBytes(StandardCharsets.UTF_8)));
        assertThrows(
                InvalidDocumentException.class,
                () -> EventJson.parse(text(EventJson.write(before))
                        .replace("event/v1", "event/v2")
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
