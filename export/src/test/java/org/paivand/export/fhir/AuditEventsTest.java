package org.paivand.export.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.event.EventType;
import org.paivand.export.EntryWriter;
import org.paivand.export.ExportFormat;
import org.paivand.export.Exported;
import org.paivand.export.ExportedEntry;
import org.paivand.export.Samples;

final class AuditEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[a-z-]+");

    /** The warnings that stay. docs/exporting.md tells them too. */
    private static final List<Pattern> EXPLAINED = List.of(
            // These are for programs: none has a narrative. The validator says so where it has nothing else to say.
            Pattern.compile("Constraint failed: dom-6"),
            // Our own lists, and BALP's, are names that no validator can look up without a network.
            Pattern.compile(
                    "CodeSystem is unknown and can't be validated: https://(paivand.org/codes|profiles.ihe.net/ITI/BALP)/"),
            // BALP's profiles aren't on Maven Central; what they ask is asserted below.
            Pattern.compile(
                    "(Profile reference '|Failed to retrieve profile with url=)https://profiles.ihe.net/ITI/BALP/"),
            // R4 lists no record lifecycle among subtypes, and BALP asks for it; the list is extensible.
            Pattern.compile("iso-21089-lifecycle#[a-z]+\\) was not found in the value set 'Audit Event Sub-Type'"),
            Pattern.compile(
                    "(paivand.org|ITI/BALP)/.* was not found in the value set 'Audit (Event Sub-Type|event entity type)'"),
            // Our purposes, alone or beside a standard one: the validator can't place a concept with a coding it
            // doesn't know.
            Pattern.compile("'V3 Value SetPurposeOfUse' .*codes = .*https://paivand.org/codes/purposes#[a-z-]+\\)"),
            // The named worker, and the second person: R4 has no nearer role than these of v3.
            Pattern.compile("'ParticipationRoleType' .*v3-ParticipationType#(PRF|RESP)\\)"));

    private static FhirValidator validator = FhirContext.forR4Cached().newValidator();

    @BeforeAll
    static void validateWithoutANetwork() {
        FhirContext context = FhirContext.forR4Cached();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
        FhirInstanceValidator instances = new FhirInstanceValidator(support);
        instances.setErrorForUnknownProfiles(false);
        validator = context.newValidator().registerValidatorModule(instances);
    }

    private static List<String> lines(List<? extends Exported> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EntryWriter lines = ExportFormat.FHIR.on(out);
        lines.begin();
        for (Exported entry : entries) {
            entry.writeTo(lines);
        }
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n"));
    }

    @Test
    void everyTypeOfEventIsAValidAuditEventWithNoWarningButTheExplained() throws IOException {
        List<String> unexplained = new ArrayList<>();
        List<String> all = new ArrayList<>(lines(Samples.all()));
        all.addAll(lines(List.of(Samples.shredded())));
        for (String line : all) {
            for (SingleValidationMessage message :
                    validator.validateWithResult(line).getMessages()) {
                boolean explained = message.getSeverity() != ResultSeverityEnum.ERROR
                        && message.getSeverity() != ResultSeverityEnum.FATAL
                        && EXPLAINED.stream()
                                .anyMatch(known ->
                                        known.matcher(message.getMessage()).find());
                if (!explained) {
                    unexplained.add(
                            message.getSeverity() + " " + message.getLocationString() + " " + message.getMessage());
                }
            }
        }

        assertEquals(List.of(), unexplained);
    }

    @Test
    void ofAnEntryThatWasShreddedTheAuditEventNamesTheCertificate() throws IOException {
        JsonNode event = JSON.readTree(lines(List.of(Samples.shredded())).get(0));

        assertEquals("shredded", event.path("outcomeDesc").asText());
        assertEquals("disclosure", event.at("/subtype/0/code").asText());
        assertEquals(
                "https://paivand.example/tj/2037#9",
                event.at("/entity/0/what/identifier/value").asText());
        assertFalse(event.has("outcome"), "nobody knows any more");
    }

    @Test
    void theValidatorRefusesWhatIsWrong() throws IOException {
        ObjectNode event =
                (ObjectNode) JSON.readTree(lines(List.of(disclosed())).get(0));
        event.put("outcome", "5");
        event.remove("source");

        String errors = validator.validateWithResult(event.toString()).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR)
                .map(SingleValidationMessage::getMessage)
                .collect(Collectors.joining("\n"));

        assertTrue(errors.contains("'AuditEvent.source'") || errors.contains("AuditEvent.source: "), errors);
        assertTrue(errors.contains("audit-event-outcome"), errors);
    }

    @Test
    void theSamplesHaveEveryTypeOfEvent() {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        Samples.all().forEach(entry -> types.add(entry.event().type()));

        assertEquals(EnumSet.allOf(EventType.class), types);
    }

    @Test
    void theStandardPurposesAreThoseOfTheSpecification() throws IOException {
        int standard = 0;
        for (String line : lines(Samples.all())) {
            String alone =
                    line.replaceAll(",\\{\"system\":\"https://paivand.org/codes/purposes\",\"code\":\"[a-z-]+\"}", "");
            if (!alone.contains("/codes/purposes") && alone.contains("purposeOfEvent")) {
                standard++;
                assertTrue(validator.validateWithResult(alone).getMessages().stream()
                        .noneMatch(message -> message.getMessage().contains("PurposeOfUse")));
            }
        }
        assertEquals(5, standard);
    }

    /** What IHE BALP 1.1.4 asks of {@code IHE.BasicAudit.PrivacyDisclosure.Source}. */
    @Test
    void aDisclosureKeepsTheProfilePrivacyDisclosureSource() throws IOException {
        for (JsonNode event : having("IHE.BasicAudit.PrivacyDisclosure.Source")) {
            assertEquals("110106", event.at("/type/code").asText());
            assertEquals("R", event.path("action").asText());
            assertEquals(1, coded(event.path("subtype"), "disclose").size());
            assertTrue(Set.of("0", "4").contains(event.path("outcome").asText()));
            assertFalse(event.has("modifierExtension"));
            JsonNode source = only(agents(event, "110153"));
            JsonNode recipient = only(agents(event, "110152"));
            assertEquals(event.at("/source/observer"), source.path("who"), "val-audit-source");
            assertTrue(source.has("network") && recipient.has("network") && recipient.has("who"));
            assertTrue(event.path("entity").size() >= 2);
            patient(event);
        }
    }

    /** What IHE BALP 1.1.4 asks of {@code IHE.BasicAudit.AuthZconsent}. */
    @Test
    void aDenialKeepsTheProfileAuthZconsent() throws IOException {
        for (JsonNode event : having("IHE.BasicAudit.AuthZconsent")) {
            assertEquals("110113", event.at("/type/code").asText());
            assertEquals("E", event.path("action").asText());
            assertEquals("8", event.path("outcome").asText());
            assertTrue(event.has("outcomeDesc"));
            event.path("subtype")
                    .forEach(subtype ->
                            assertEquals("AuthZ-Consent", subtype.path("code").asText()));
            assertTrue(only(agents(event, "110150")).has("network"));
            assertTrue(only(agents(event, "IRCP")).path("requestor").asBoolean());
            assertFalse(only(agents(event, "PROV")).path("requestor").asBoolean());
            assertEquals(
                    event.at("/source/observer"),
                    only(agents(event, "authserver")).path("who"),
                    "val-audit-source");
            patient(event);
            List<String> kinds = new ArrayList<>();
            event.path("entity")
                    .forEach(entity -> kinds.add(entity.at("/type/code").asText()));
            assertEquals(List.of("1", "Consent", "UserOauthAgent"), kinds, "the profile's slices are closed");
            assertTrue(event.at("/entity/2/what/identifier/value").asText().startsWith("urn:ietf:params:oauth:jti:"));
        }
    }

    @Test
    void aDenialBeforeAnythingWasDecidedClaimsNoProfile() throws IOException {
        List<JsonNode> denials = all().stream()
                .filter(event -> event.path("outcomeDesc").asText().equals("not-found"))
                .toList();

        assertFalse(only(denials).path("meta").has("profile"));
        assertEquals("AuthZ-Role", only(denials).at("/subtype/0/code").asText());
    }

    @Test
    void theCaseIsAnAliasAndNobodyHasAName() throws IOException {
        for (JsonNode event : all()) {
            assertTrue(event.findValues("name").stream()
                    .allMatch(name -> CODE.matcher(name.asText()).matches()));
            assertTrue(event.findValues("altId").isEmpty());
            event.path("agent").forEach(agent -> assertFalse(agent.has("name")));
            assertEquals(
                    1,
                    StreamSupport.stream(event.path("agent").spliterator(), false)
                            .filter(agent -> agent.path("requestor").asBoolean())
                            .count());
        }
    }

    @Test
    void whatWasReleasedOnWhichBasisAndWhatWasWithheldIsThere() throws IOException {
        JsonNode event = JSON.readTree(lines(List.of(disclosed())).get(0));

        assertEquals("4", event.path("outcome").asText());
        assertEquals("withheld: identity no-grant", event.path("outcomeDesc").asText());
        assertEquals(
                "https://paivand.example/tj/2026#17", event.at("/meta/source").asText());
        String entities = event.path("entity").toString();
        assertTrue(entities.contains("{\"type\":\"path\",\"valueString\":\"/contact/value\"}"));
        assertTrue(entities.contains("{\"type\":\"basis\",\"valueString\":\"consent\"}"));
        assertTrue(entities.contains("{\"type\":\"withheld identity\",\"valueString\":\"no-grant\"}"));
        assertEquals("TREAT", event.at("/purposeOfEvent/0/coding/0/code").asText());
        assertEquals("medical-care", event.at("/purposeOfEvent/0/coding/1/code").asText());
    }

    @Test
    void aBrokenGlassSaysSo() throws IOException {
        JsonNode event = only(all().stream()
                .filter(one -> one.path("subtype").toString().contains("\"break-glass\""))
                .toList());

        assertEquals(1, coded(event.path("subtype"), "110127").size());
        assertTrue(event.path("purposeOfEvent").toString().contains("\"BTG\""));
        assertEquals(1, agents(event, "RESP").size());
    }

    private static ExportedEntry disclosed() {
        return new ExportedEntry(Samples.LOG, 17, Samples.disclosure());
    }

    private static List<JsonNode> all() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : lines(Samples.all())) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private static List<JsonNode> having(String profile) throws IOException {
        List<JsonNode> events = all().stream()
                .filter(event -> event.at("/meta/profile/0").asText().endsWith("/" + profile))
                .toList();
        assertFalse(events.isEmpty());
        return events;
    }

    private static void patient(JsonNode event) {
        JsonNode patient = only(StreamSupport.stream(event.path("entity").spliterator(), false)
                .filter(entity -> entity.at("/type/code").asText().equals("1"))
                .toList());
        assertEquals("1", patient.at("/role/code").asText());
        assertEquals("Patient", patient.at("/what/type").asText());
        assertEquals(
                Samples.CASE.toString(), patient.at("/what/identifier/value").asText());
        assertFalse(patient.has("detail") || patient.at("/what").has("display"));
    }

    private static List<JsonNode> agents(JsonNode event, String type) {
        return StreamSupport.stream(event.path("agent").spliterator(), false)
                .filter(agent -> agent.at("/type/coding/0/code").asText().equals(type))
                .toList();
    }

    private static List<JsonNode> coded(JsonNode codings, String code) {
        return StreamSupport.stream(codings.spliterator(), false)
                .filter(coding -> coding.path("code").asText().equals(code))
                .toList();
    }

    private static JsonNode only(List<JsonNode> nodes) {
        assertEquals(1, nodes.size());
        return nodes.get(0);
    }
}
