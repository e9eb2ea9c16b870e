package org.paivand.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.intake.Draft.Fault;
import org.paivand.intake.json.LetterJson;

class DraftTest {
    private static final Permission PERMISSION = Permission.of(
            new AgencyId("tj-hotline-national"), "tg", List.of("one", "two"), Instant.parse("2026-11-22T10:00:00Z"));

    private static Map<String, List<String>> fields(String... pairs) {
        Map<String, List<String>> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], List.of(pairs[i + 1]));
        }
        return fields;
    }

    private static Draft whole() {
        return Draft.of(fields(
                "by",
                "family",
                "urgency",
                "urgent",
                "need",
                "medical",
                "reach",
                "yes",
                "whose",
                "person",
                "channel",
                "sms",
                "address",
                "+992 000000000",
                "hours",
                "night",
                "write",
                "yes",
                "quiet",
                "yes",
                "family",
                "yes",
                "area",
                "TJ-SU",
                "age",
                "child",
                "language",
                "sgh"));
    }

    @Test
    void anEmptyFormNeedsWhoHowSoonAndWhetherToReachAndTakesNobodyForAnAdult() {
        Draft empty = Draft.empty("ru");

        assertEquals(List.of(Fault.BY, Fault.URGENCY, Fault.REACH), empty.faults());
        assertEquals(AgeGroup.UNDETERMINED, empty.age());
        assertThrows(IllegalStateException.class, () -> empty.letter(PERMISSION));
    }

    @Test
    void whoMayNotBeReachedNeedsNoAddressAndNobodyIsToCallThem() {
        Draft draft = Draft.of(fields("by", "person", "urgency", "normal", "reach", "no", "address", "+992000000000"));

        Letter letter = draft.letter(PERMISSION);

        assertTrue(letter.reach().isEmpty(), "an address that was typed before the no isn't sent");
        assertTrue(letter.request().contactProhibited());
    }

    @Test
    void whoWritesForAnotherSaysWhoIsReached() {
        Draft draft = Draft.of(fields(
                "by", "third-party", "urgency", "normal", "reach", "yes", "channel", "imo", "address", "somebody"));

        assertEquals(List.of(Fault.WHOSE), draft.faults());
    }

    @ParameterizedTest
    @CsvSource({"telephone,none", "sms,1234", "email,nowhere", "whatsapp,''", "telephone,''"})
    void anAddressThatReachesNobodyIsAskedForAgain(String channel, String address) {
        Draft draft = Draft.of(
                fields("by", "person", "urgency", "normal", "reach", "yes", "channel", channel, "address", address));

        assertEquals(List.of(Fault.ADDRESS), draft.faults());
    }

    @Test
    void anAddressOfTwoLinesIsNone() {
        Draft draft = Draft.of(fields(
                "by", "person", "urgency", "normal", "reach", "yes", "channel", "imo", "address", "one\nanother"));

        assertEquals(List.of(Fault.ADDRESS), draft.faults());
    }

    @ParameterizedTest
    @CsvSource({
        "by,authority",
        "by,nobody",
        "urgency,soon",
        "need,scholarship",
        "need,x",
        "reach,perhaps",
        "channel,in-person",
        "channel,via-person",
        "hours,noon",
        "write,1",
        "family,true",
        "area,DE",
        "area,TJ-XX",
        "area,tj",
        "age,17",
        "language,de",
        "whose,trafficker"
    })
    void takesNothingThatIsNotOffered(String field, String value) {
        assertThrows(IllegalArgumentException.class, () -> Draft.of(fields(field, value)));
    }

    @Test
    void isTheSameAfterItWentThroughAPage() {
        assertEquals(whole(), Draft.of(whole().fields()));
        assertEquals(List.of(), whole().faults());
    }

    @Test
    void aLetterIsTheSameAfterItWasSealed() {
        Letter letter = whole().letter(PERMISSION);

        Letter read = LetterJson.read(LetterJson.write(letter));

        assertEquals(letter, read);
        assertTrue(letter.says(read));
        assertFalse(letter.says(Draft.of(fields("by", "person", "urgency", "normal", "reach", "no"))
                .letter(PERMISSION)));
    }

    @Test
    void nothingOfItShowsByAccident() {
        assertFalse(whole().toString().contains("992"));
        assertFalse(whole().letter(PERMISSION).toString().contains("992"));
    }
}
