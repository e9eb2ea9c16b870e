package org.paivand.casefile.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.casefile.json.SectionError.Code;
import org.paivand.casefile.section.Guardian;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Travel;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.registry.service.ServiceType;

class SectionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            mode = Mode.EXCLUDE,
            names = {"MESSAGE", "FEEDBACK"})
    void writesExactlyWhatItRead(Category category) throws Exception {
        String sample = sample(category);

        Section section = parse(category, sample);

        assertEquals(category, section.category());
        assertEquals(JSON.readTree(sample), JSON.readTree(Sections.write(section)));
        assertEquals(section, Sections.parse(category, Sections.write(section)));
        assertArrayEquals(Sections.write(section), Sections.write(Sections.parse(category, Sections.write(section))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            mode = Mode.EXCLUDE,
            names = {"MESSAGE", "FEEDBACK"})
    void neverShowsAValueInToString(Category category) throws Exception {
        Section section = parse(category, sample(category));

        assertEquals(section.getClass().getSimpleName() + "[redacted]", section.toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"MESSAGE", "FEEDBACK"})
    void refusesCategoriesThatAreNoSections(Category category) {
        refused(category, "{}", "", Code.NOT_IN_LIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "givenName",
                "familyName",
                "preferredName",
                "aliases",
                "birthDate",
                "citizenships",
                "value",
                "place",
                "number",
                "protectionFear",
                "exploitationTypes",
                "safetyPlan"
            })
    void refusesAMemberOfAnotherCategoryInAServiceRequest(String member) {
        String sent = sample(Category.SERVICE_REQUEST).replaceFirst("\\{", "{\"" + member + "\":\"Нозанин\",");

        refused(Category.SERVICE_REQUEST, sent, "/" + member, Code.UNKNOWN_MEMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "notes", "town", "nationality", "photo", "Нозанин"})
    void refusesAMemberOfNoCategoryWithoutRepeatingItsName(String member) {
        String sent = sample(Category.SERVICE_REQUEST).replaceFirst("\\{", "{\"" + member + "\":\"Нозанин\",");

        refused(Category.SERVICE_REQUEST, sent, "", Code.UNKNOWN_MEMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessNeeds", "safetyFlags"})
    void refusesFreeTextAmongTheCodesOfAServiceRequest(String list) {
        String sent = sample(Category.SERVICE_REQUEST)
                .replaceFirst("\"" + list + "\":\\[\"[a-z-]+\"", "\"" + list + "\":[\"her name is Нозанин\"");

        refused(Category.SERVICE_REQUEST, sent, "/" + list + "/0", Code.NOT_IN_LIST);
    }

    @Test
    void refusesARegionInTheLanguageOfAServiceRequest() {
        refused(
                Category.SERVICE_REQUEST,
                sample(Category.SERVICE_REQUEST).replace("\"tg\"", "\"tg-TJ\""),
                "/language",
                Code.BAD_PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "nul", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "{a:1}", "[1,]", "{\"a\":NaN}"})
    void refusesWhatIsNoSingleJsonDocument(String sent) {
        refused(Category.HEALTH, sent, "", Code.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "\"x\"", "1", "true"})
    void refusesAnythingButAnObject(String sent) {
        refused(Category.HEALTH, sent, "", Code.WRONG_TYPE);
    }

    @Test
    void refusesDocumentsNestedTooDeeply() {
        String sent = "{\"medication\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

        refused(Category.HEALTH, sent, "", Code.MALFORMED_JSON);
    }

    @Test
    void coercesNothing() {
        refused(Category.GUARDIAN, guardian("true", "\"true\""), "/interim", Code.WRONG_TYPE);
        refused(Category.GUARDIAN, guardian("true", "1"), "/interim", Code.WRONG_TYPE);
        refused(Category.GUARDIAN, guardian("true", "null"), "/interim", Code.WRONG_TYPE);
        refused(Category.GUARDIAN, guardian("\"court\"", "3"), "/appointedBy", Code.WRONG_TYPE);
        refused(Category.GUARDIAN, guardian("\"court\"", "\"Court\""), "/appointedBy", Code.NOT_IN_LIST);
        refused(Category.GUARDIAN, guardian("\"court\"", "\"\""), "/appointedBy", Code.NOT_IN_LIST);
        refused(Category.GUARDIAN, guardian("\"court\"", "[\"court\"]"), "/appointedBy", Code.WRONG_TYPE);
        refused(Category.HEALTH, "{\"medication\":\"x\"}", "/medication", Code.WRONG_TYPE);
        refused(Category.HEALTH, "{\"medication\":[null]}", "/medication/0", Code.WRONG_TYPE);
        refused(Category.IDENTITY, "{\"preferredName\":null}", "/preferredName", Code.WRONG_TYPE);
    }

    @Test
    void refusesTextsThatLackTheirForm() {
        identity("\"\"");
        identity("\" \"");
        identity("\"a\\u0000b\"");
        identity("\"a\\nb\"");
        identity("\"<b>\"");
        identity("\"\\ud800\"");
        identity("\"" + "x".repeat(101) + "\"");
    }

    @Test
    void refusesDaysAndTimesThatDoNotExistOrHaveAnotherForm() {
        whereabouts("2026-02-30");
        whereabouts("2026-2-3");
        whereabouts("+12026-02-03");
        whereabouts("2026-02-03T00:00:00Z");
        String travel = sample(Category.TRAVEL);
        for (String when : List.of("2026-11-24T06:00:00+05:00", "2026-11-24T06:00Z", "2026-11-24T25:00:00Z")) {
            refused(
                    Category.TRAVEL,
                    travel.replace("2026-11-24T06:00:00Z", when),
                    "/itinerary/0/when",
                    Code.BAD_PATTERN);
        }
    }

    @Test
    void refusesBirthDatesThatSayMoreOrLessThanTheirPrecision() {
        birthDate("2001", "month", "/birthDate/precision", Code.CONTRADICTION);
        birthDate("2001-04-05", "estimated", "/birthDate/precision", Code.CONTRADICTION);
        birthDate("2001-04", "day", "/birthDate/precision", Code.CONTRADICTION);
        birthDate("2001-02-29", "day", "/birthDate/value", Code.BAD_PATTERN);
        birthDate("2001-13", "month", "/birthDate/value", Code.BAD_PATTERN);
    }

    @Test
    void refusesSectionsThatContradictThemselves() {
        refused(
                Category.SERVICE_REQUEST,
                sample(Category.SERVICE_REQUEST).replace("2026-11-25", "2026-11-22"),
                "/arrivalWindow/to",
                Code.CONTRADICTION);
        refused(
                Category.CONTACT,
                sample(Category.CONTACT).replaceFirst("(?s),\\s*\"viaPerson\":\\{.*?}", ""),
                "/viaPerson",
                Code.CONTRADICTION);
        refused(
                Category.TRAVEL,
                sample(Category.TRAVEL).replace("\"passport\"", "\"none\""),
                "/travelDocument/number",
                Code.CONTRADICTION);
        refused(
                Category.EXPERIENCE,
                sample(Category.EXPERIENCE).replace("2026-02", "2024-02"),
                "/period/to",
                Code.CONTRADICTION);
    }

    @Test
    void refusesTooFewTooManyAndRepeatedItems() {
        refused(Category.IDENTITY, "{}", "", Code.TOO_FEW);
        refused(Category.HEALTH, "{\"medication\":[]}", "", Code.TOO_FEW);
        refused(Category.FAMILY, "{}", "", Code.TOO_FEW);
        refused(Category.EXPERIENCE, "{\"exploitationTypes\":[]}", "/exploitationTypes", Code.TOO_FEW);
        refused(Category.EXPERIENCE, "{\"indicators\":[]}", "/exploitationTypes", Code.TOO_FEW);
        refused(
                Category.EXPERIENCE,
                "{\"indicators\":[{\"indicator\":\"papers-kept\",\"finding\":\"present\"},"
                        + "{\"indicator\":\"papers-kept\",\"finding\":\"absent\"}]}",
                "/indicators",
                Code.CONTRADICTION);
        refused(
                Category.EXPERIENCE,
                "{\"indicators\":[{\"indicator\":\"he keeps them\",\"finding\":\"present\"}]}",
                "/indicators/0/indicator",
                Code.NOT_IN_LIST);
        refused(
                Category.EXPERIENCE,
                "{\"indicators\":[{\"indicator\":\"papers-kept\"}]}",
                "/indicators/0/finding",
                Code.REQUIRED);
        refused(Category.HEALTH, "{\"medication\":[" + items(21) + "]}", "/medication", Code.TOO_MANY);
        refused(Category.HEALTH, "{\"medication\":[" + items(51) + "]}", "/medication", Code.TOO_MANY);
        refused(
                Category.HEALTH,
                "{\"immediateNeed\":[\"crisis-support\",\"crisis-support\"]}",
                "/immediateNeed",
                Code.DUPLICATE);
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        InvalidSection refused =
                assertThrows(InvalidSection.class, () -> parse(Category.SERVICE_REQUEST, "{\"riskLevel\":\"deadly\"}"));

        assertEquals(
                List.of(
                        new SectionError("/ageGroup", Code.REQUIRED),
                        new SectionError("/language", Code.REQUIRED),
                        new SectionError("/interpreterNeeded", Code.REQUIRED),
                        new SectionError("/riskLevel", Code.NOT_IN_LIST),
                        new SectionError("/contactProhibited", Code.REQUIRED),
                        new SectionError("/familyMustNotKnow", Code.REQUIRED)),
                refused.errors());
    }

    @Test
    void neverRepeatsAValueInARefusal() {
        String sent = "{\"preferredName\":\"Нозанин<\",\"Нозанин\":{\"Нозанин\":1},\"aliases\":[{\"Нозанин\":1}]}";

        InvalidSection refused = assertThrows(InvalidSection.class, () -> parse(Category.IDENTITY, sent));

        assertEquals(3, refused.errors().size());
        assertFalse((refused + refused.errors().toString()).contains("Нозанин"));
    }

    @Test
    void namesAtMostFiftyFaultsHoweverManyThereAre() {
        StringBuilder unknown = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            unknown.append("\"unknown").append(i).append("\":1,");
        }
        String sent = sample(Category.SERVICE_REQUEST)
                .replaceFirst("\\{", "{" + unknown)
                .replace("\"to\":\"2026-11-25\"", "\"to\":1");

        InvalidSection refused = assertThrows(InvalidSection.class, () -> parse(Category.SERVICE_REQUEST, sent));

        assertEquals(50, refused.errors().size());
    }

    @Test
    void neverReleasesWhatThePersonFears() throws Exception {
        Travel travel = (Travel) parse(Category.TRAVEL, sample(Category.TRAVEL));

        ObjectNode released = Sections.released(travel.withoutFear().orElseThrow());

        assertFalse(released.has("protectionFear"));
        assertEquals(JSON.readTree(sample(Category.TRAVEL)), released.deepCopy().put("protectionFear", "no"));
    }

    @Test
    void releasesNothingOfTravelThatHoldsOnlyAFear() throws Exception {
        Travel travel = (Travel) parse(Category.TRAVEL, "{\"protectionFear\":\"yes\"}");

        assertEquals(Optional.empty(), travel.withoutFear());
    }

    @Test
    void releasesToOneRecipientOnlyWhatItsOwnReferralAsks() throws Exception {
        ServiceRequest request = (ServiceRequest) parse(Category.SERVICE_REQUEST, sample(Category.SERVICE_REQUEST));

        ObjectNode released =
                Sections.released(request.asked(Set.of(ServiceType.SHELTER, ServiceType.MEDICAL), Urgency.EMERGENCY));

        assertEquals(
                "[\"medical\",\"shelter\"]", released.get("servicesRequested").toString());
        assertEquals("emergency", released.get("urgency").textValue());
        released.remove(List.of("servicesRequested", "urgency"));
        assertEquals(JSON.readTree(sample(Category.SERVICE_REQUEST)), released);
        assertThrows(IllegalArgumentException.class, () -> request.asked(Set.of(), Urgency.NORMAL));
    }

    @Test
    void releasesAGuardianWithWhoFoundAConflict() throws Exception {
        Guardian guardian = (Guardian) parse(Category.GUARDIAN, sample(Category.GUARDIAN));
        AgencyId childProtection = AgencyId.of("tj-child-protection-dushanbe");

        ObjectNode released =
                Sections.released(guardian.found(Optional.of(ConflictFinding.CONFLICT), Optional.of(childProtection)));

        assertEquals("conflict", released.get("conflictFinding").textValue());
        assertEquals("tj-child-protection-dushanbe", released.get("findingBy").textValue());
        assertThrows(
                IllegalArgumentException.class,
                () -> guardian.found(Optional.of(ConflictFinding.NONE), Optional.empty()));
    }

    private static void identity(String name) {
        refused(Category.IDENTITY, "{\"preferredName\":" + name + "}", "/preferredName", Code.BAD_PATTERN);
    }

    private static void whereabouts(String since) {
        refused(
                Category.WHEREABOUTS,
                sample(Category.WHEREABOUTS).replace("2026-11-01", since),
                "/since",
                Code.BAD_PATTERN);
    }

    private static void birthDate(String value, String precision, String pointer, Code code) {
        String sent = "{\"birthDate\":{\"value\":\"%s\",\"precision\":\"%s\",\"status\":\"claimed\"}}"
                .formatted(value, precision);
        refused(Category.IDENTITY, sent, pointer, code);
    }

    private static String guardian(String from, String to) {
        return sample(Category.GUARDIAN).replace(from, to);
    }

    private static String items(int count) {
        return "\"x\",".repeat(count - 1) + "\"x\"";
    }

    private static void refused(Category category, String sent, String pointer, Code code) {
        InvalidSection refused = assertThrows(InvalidSection.class, () -> parse(category, sent));

        assertTrue(
                refused.errors().contains(new SectionError(pointer, code)),
                () -> refused.errors().toString());
    }

    private static Section parse(Category category, String json) throws InvalidSection {
        return Sections.parse(category, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String sample(Category category) {
        return Optional.ofNullable(Samples.SECTIONS.get(category)).orElseThrow();
    }
}
