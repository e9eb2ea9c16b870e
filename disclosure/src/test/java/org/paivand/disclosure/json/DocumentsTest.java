package org.paivand.disclosure.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.decision.Scene;
import org.paivand.disclosure.policy.TrainedRole;

/** Each format has one form, and nothing else is taken for it. */
final class DocumentsTest {
    /** A reader of one format, for what is asked of them all. */
    private interface Parser {
        Object parse(byte[] bytes) throws InvalidDocumentException;
    }

    private static final Map<String, Parser> PARSERS = Map.of(
            "event", EventJson::parse,
            "consent", ConsentJson::parse,
            "agreement", AgreementJson::parse,
            "input", DecisionInput::parse,
            "policy", PolicyDocument::parse);

    private static Map<String, byte[]> documents() {
        Scene scene = new Scene().agreed(Scene.corridor()).breakGlass();
        return Map.of(
                "event", EventJson.write(Events.disclosure()),
                "consent", ConsentJson.write(new ConsentEvent.Given(Scene.GIVEN, scene.consent())),
                "agreement", AgreementJson.write(Scene.corridor()),
                "input", scene.input().bytes(),
                "policy", PolicyDocument.tajikistan().bytes());
    }

    private static InvalidDocumentException refused(String name, String text) {
        return refused(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidDocumentException refused(String name, byte[] bytes) {
        return assertThrows(InvalidDocumentException.class, () -> parser(name).parse(bytes), name);
    }

    private static Parser parser(String name) {
        return Optional.ofNullable(PARSERS.get(name)).orElseThrow();
    }

    private static String event() {
        return text(EventJson.write(Events.disclosure()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() throws Exception {
        for (var event : Events.all()) {
            assertEquals(event, EventJson.parse(EventJson.write(event)));
        }
        assertEquals(Scene.corridor(), AgreementJson.parse(AgreementJson.write(Scene.corridor())));
        for (ConsentEvent event : Events.consents()) {
            assertEquals(event, ConsentJson.parse(ConsentJson.write(event)));
        }
    }

    @Test
    void thePolicyShippedIsInItsOneForm() throws Exception {
        PolicyDocument shipped = PolicyDocument.tajikistan();

        assertArrayEquals(shipped.bytes(), PolicyDocument.of(shipped.policy()).bytes());
        assertEquals(shipped.policy(), PolicyDocument.parse(shipped.bytes()).policy());
    }

    @Test
    void eachPolicyEverShippedIsStillReadAndIsInItsOneForm() throws Exception {
        for (int number = 1; number <= 2; number++) {
            PolicyDocument shipped = PolicyDocument.tajikistan(number);

            assertEquals("tj-" + number, shipped.policy().version());
            assertArrayEquals(
                    shipped.bytes(), PolicyDocument.of(shipped.policy()).bytes());
        }
    }

    @Test
    void refusesMasksInTheFormWithoutThemAndTheFormWithMasksWithoutAny() {
        String first = text(PolicyDocument.tajikistan(1).bytes());
        String second = text(PolicyDocument.tajikistan(2).bytes());
        int masks = second.indexOf(",\n  \"masks\"");

        refused("policy", first.replace("paivand-policy/v1", "paivand-policy/v2"));
        refused("policy", second.replace("paivand-policy/v2", "paivand-policy/v1"));
        refused("policy", second.substring(0, masks) + "\n}\n");
        refused("policy", second.substring(0, masks) + ",\n  \"masks\" : { }\n}\n");
        refused("policy", second.replace("birth-year-only", "no-name"));
        refused("policy", second.replaceFirst("    \"birth-year-only\"", "    \"family-tracing\""));
    }

    @Test
    void aPolicyThatDemandsAccreditationsIsOfTheThirdForm() throws Exception {
        String second = text(PolicyDocument.tajikistan(2).bytes());
        String demands = ",\n  \"accreditations\" : {\n    \"provider\" : \"staff-training\"\n  }";
        String third = second.substring(0, second.length() - 3).replace("paivand-policy/v2", "paivand-policy/v3")
                + demands + "\n}\n";

        PolicyDocument document = PolicyDocument.parse(third.getBytes(StandardCharsets.UTF_8));

        assertEquals(
                Map.of(TrainedRole.PROVIDER, "staff-training"),
                document.policy().accreditations());
        assertArrayEquals(document.bytes(), PolicyDocument.of(document.policy()).bytes());
        assertEquals(Map.of(), PolicyDocument.tajikistan().policy().accreditations());
        refused("policy", third.replace("paivand-policy/v3", "paivand-policy/v2"));
        refused("policy", third.replace("\"provider\" :", "\"auditor\" :"));
        refused("policy", third.replace("staff-training", "Staff training"));
        refused("policy", third.replace(demands, ",\n  \"accreditations\" : { }"));
        refused("policy", second.replace("paivand-policy/v2", "paivand-policy/v3"));
    }

    @Test
    void refusesAnUnknownMemberAtAnyDepth() {
        documents().forEach((name, bytes) -> {
            String text = text(bytes);
            for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
                refused(name, text.substring(0, at + 1) + "\"x\":1," + text.substring(at + 1));
            }
        });
    }

    @Test
    void refusesAMemberTwice() {
        documents().forEach((name, bytes) -> {
            String text = text(bytes);
            int colon = text.indexOf(',');
            refused(name, "{" + text.substring(1, colon) + "," + text.substring(1));
        });
    }

    @Test
    void refusesEachByteLeftOut() {
        documents().forEach((name, bytes) -> {
            for (int i = 0; i < bytes.length; i += name.equals("policy") ? 97 : 1) {
                byte[] less = new byte[bytes.length - 1];
                System.arraycopy(bytes, 0, less, 0, i);
                System.arraycopy(bytes, i + 1, less, i, less.length - i);
                int place = i;
                assertTrue(refusedOrDifferent(name, less, bytes), () -> name + " at " + place);
            }
        });
    }

    /** Leaving a digit out of a number or a letter out of a code can make another valid document, never the same one. */
    private static boolean refusedOrDifferent(String name, byte[] changed, byte[] original) {
        try {
            Parser parser = parser(name);
            Object value = parser.parse(changed);
            return !value.equals(parser.parse(original));
        } catch (InvalidDocumentException expected) {
            return true;
        }
    }

    @Test
    void refusesWrongTypesNullsAndScalarsInDisguise() {
        String event = event();
        for (String wrong : List.of("null", "\"120\"", "120.0", "1.2e2", "true", "[120]", "-0", "1e400", "012")) {
            refused("event", event.replace("\"sizeBytes\":120", "\"sizeBytes\":" + wrong));
        }
        for (String wrong : List.of("null", "\"false\"", "0", "[]", "{}")) {
            refused("event", event.replace("\"onward\":false", "\"onward\":" + wrong));
        }
        for (String wrong : List.of("null", "7", "[\"shelter-placement\"]", "\"Shelter-Placement\"", "\"\"")) {
            refused("event", event.replace("\"shelter-placement\"", wrong));
        }
    }

    @Test
    void refusesWhatSurroundsADocument() {
        documents().forEach((name, bytes) -> {
            String text = text(bytes);
            for (String wrong : List.of(
                    text + " ",
                    " " + text,
                    text + "{}",
                    "\uFEFF" + text,
                    "[" + text + "]",
                    text.replace(":", ": "),
                    text.replace("\"format\"", "\"\\u0066ormat\""),
                    "",
                    "null",
                    "[]",
                    "{}")) {
                refused(name, wrong);
            }
            refused(name, text.getBytes(StandardCharsets.UTF_16));
            refused(name, new byte[] {'"', (byte) 0xC3, '"'});
            refused(name, "[".repeat(100_000));
        });
    }

    @Test
    void refusesInstantsAndIdsThatAreNotInTheirOneForm() {
        String event = event();
        refused("event", event.replace("10:00:00Z", "10:00:00.000Z"));
        refused("event", event.replace("10:00:00Z", "10:00:00.0001Z"));
        refused("event", event.replace("10:00:00Z", "12:00:00+02:00"));
        refused(
                "event",
                event.replace(Scene.CASE.toString(), Scene.CASE.toString().toUpperCase(Locale.ROOT)));
        refused("event", event.replace(Scene.CASE.toString(), "1-1-1-1-1"));
    }

    @Test
    void aRefusalNeverEchoesWhatStoodThere() {
        String secret = "Gulnora-Secret";
        documents().forEach((name, bytes) -> {
            String text = text(bytes);
            Stream.of(
                            text.replaceFirst("v1\"", secret + "\""),
                            text.replace("\"contact\"", "\"" + secret + "\""),
                            "{\"" + secret + "\":1," + text.substring(1),
                            text.replaceFirst("TJ", secret),
                            secret)
                    .filter(changed -> !changed.equals(text))
                    .forEach(changed -> {
                        InvalidDocumentException refusal = refused(name, changed);
                        assertFalse(refusal.toString().contains("Secret"), refusal.toString());
                        assertFalse(refusal.pointer().contains("Secret"));
                        assertEquals(null, refusal.getCause());
                    });
        });
    }

    @Test
    void aRefusalSaysWhere() {
        String event = event().replace("\"reason\":\"no-grant\"", "\"reason\":\"none\"");

        assertEquals("/withheld/0/reason", refused("event", event).pointer());
    }

    @Test
    void anInputIsDecidedAgainUnderItsOwnPolicyOnly() throws Exception {
        Scene scene = new Scene();
        DecisionInput input = DecisionInput.parse(scene.input().bytes());
        String altered = text(Scene.POLICY.bytes()).replace("\"tj-2\"", "\"tj-9\"");
        PolicyDocument other = PolicyDocument.parse(altered.getBytes(StandardCharsets.UTF_8));

        assertEquals(scene.decide(), input.replay(Scene.POLICY));
        assertThrows(IllegalArgumentException.class, () -> input.replay(other));
    }
}
