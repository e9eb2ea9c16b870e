package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.casefile.json.Samples;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.Released;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What leaves, compared with what the log says of it. */
@Timeout(60)
class ReleasedPayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @AutoClose
    private static final TestNode node = TestNode.running();

    @ParameterizedTest
    @CsvSource({
        "service-request, tj-police-dushanbe, tj-shelter-north, shelter-placement",
        "identity, tj-police-dushanbe, tj-shelter-north, shelter-placement",
        "contact, tj-police-dushanbe, tj-shelter-north, shelter-placement",
        "guardian, tj-police-dushanbe, tj-shelter-north, shelter-placement",
        "safety, tj-police-dushanbe, tj-shelter-north, shelter-placement",
        "family, tj-police-dushanbe, tj-shelter-north, shelter-placement",
        "whereabouts, tj-police-dushanbe, tj-ngo-psychosocial, assistance",
        "health, tj-clinic-dushanbe, tj-shelter-north, medical-care",
        "travel, tj-police-dushanbe, tj-shelter-north, return",
        "experience, tj-police-dushanbe, tj-ngo-legal-aid, legal-aid",
        "legal, tj-police-dushanbe, tj-ngo-legal-aid, legal-aid"
    })
    void namesInTheLogExactlyTheMembersThatLeft(String code, String from, String to, String purpose) throws Exception {
        Category category = Category.of(code);
        Scene scene = Scene.between(node, from, to, Purpose.of(purpose));
        scene.write(Category.SERVICE_REQUEST, 0);
        if (category != Category.SERVICE_REQUEST) {
            scene.write(category, 0);
        }
        scene.consent(scene.grant(Category.SERVICE_REQUEST, category));
        ReferralId referral = scene.accepted();

        LoggedDisclosure released = scene.pull(referral, category);

        JsonNode payload = JSON.readTree(released.sections());
        assertEquals(1, payload.size());
        Disclosure event = disclosure(scene, released);
        Released part = event.released().get(0);
        assertEquals(1, event.released().size());
        assertEquals(category, part.category());
        assertEquals(pointers("", payload.path(code)), part.paths());
        assertEquals(released.sections().length, event.payload().sizeBytes());
        assertFalse(payload.toString().contains(scene.caseId.toString()));
    }

    private static Disclosure disclosure(Scene scene, LoggedDisclosure released) throws Exception {
        return node.sequenced(scene.alias).stream()
                .filter(entry -> entry.eventId().equals(released.eventId()))
                .map(entry -> (Disclosure) entry.event())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> pointers(String pointer, JsonNode value) {
        Set<String> pointers = new HashSet<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> pointers.addAll(pointers(pointer + "/" + member.getKey(), member.getValue())));
        } else if (value.isArray() && value.size() > 0 && value.get(0).isContainerNode()) {
            for (int i = 0; i < value.size(); i++) {
                pointers.addAll(pointers(pointer + "/" + i, value.get(i)));
            }
        } else {
            pointers.add(pointer);
        }
        return pointers;
    }

    @ParameterizedTest
    @CsvSource({
        "identity, tj-police-dushanbe, tj-shelter-north, shelter-placement, birthDate, /birthYear/value",
        "travel, tj-police-dushanbe, tj-shelter-north, return, number, /travelDocument/type"
    })
    void keepsBackWhatThePolicyMasks(String code, String from, String to, String purpose, String hidden, String shown)
            throws Exception {
        Category category = Category.of(code);
        Scene scene = Scene.between(node, from, to, Purpose.of(purpose));
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.write(category, 0);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, category));

        LoggedDisclosure released = scene.pull(scene.accepted(), category);

        JsonNode payload = JSON.readTree(released.sections()).path(code);
        Disclosure event = disclosure(scene, released);
        assertTrue(Objects.requireNonNull(Samples.SECTIONS.get(category)).contains("\"" + hidden + "\""));
        assertFalse(payload.findParents(hidden).size() > 0, payload.toString());
        assertEquals(pointers("", payload), event.released().get(0).paths());
        assertTrue(event.released().get(0).paths().contains(shown));
        assertEquals(Set.of(category), released.masked().keySet());
        assertEquals(released.sections().length, event.payload().sizeBytes());
    }

    @Test
    void keepsTheFearOfProtectionInside() throws Exception {
        Scene scene = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.RETURN);
        scene.write(Category.SERVICE_REQUEST, 0);
        int version = scene.write(Category.TRAVEL, 0);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.TRAVEL));
        ReferralId referral = scene.accepted();

        LoggedDisclosure released = scene.pull(referral, Category.TRAVEL);

        JsonNode travel = JSON.readTree(released.sections()).path("travel");
        assertTrue(travel.has("travelDocument"));
        assertFalse(travel.has("protectionFear"));
        assertTrue(disclosure(scene, released).released().get(0).paths().stream()
                .noneMatch(path -> path.contains("Fear")));
        scene.write(Category.TRAVEL, version, sample -> "{\"protectionFear\":\"no\"}");
        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(referral, Category.TRAVEL));
        assertEquals(ProblemCode.RELEASE_REFUSED, refused.code());
        assertEquals(
                List.of(new ProblemException.WithheldCategory("travel", "not-held")),
                refused.extensions().withheld());
    }

    @Test
    void tellsEachRecipientOnlyWhatItIsAskedItself() throws Exception {
        Scene shelter = Scene.policeAndShelter(node);
        Scene ngo = shelter.towards("tj-ngo-psychosocial");
        shelter.consent(shelter.grant(Category.SERVICE_REQUEST), ngo.grant(Category.SERVICE_REQUEST));
        ReferralId placed = shelter.offer(ServiceType.SHELTER, ServiceType.CHILD_CARE);
        ReferralId counselled = ngo.offer(ServiceType.PSYCHOLOGICAL);

        assertEquals(Set.of("shelter", "child-care"), services(shelter.pull(placed, Category.SERVICE_REQUEST)));
        assertEquals(Set.of("psychological"), services(ngo.pull(counselled, Category.SERVICE_REQUEST)));
        assertEquals(
                ProblemCode.NOT_FOUND,
                assertThrows(ProblemException.class, () -> ngo.pull(placed, Category.SERVICE_REQUEST))
                        .code());
    }

    private static Set<String> services(LoggedDisclosure released) throws Exception {
        Set<String> services = new HashSet<>();
        JSON.readTree(released.sections())
                .path("service-request")
                .path("servicesRequested")
                .forEach(service -> services.add(service.asText()));
        return services;
    }

    @Test
    void withholdsWhatTheCaseDoesNotHoldBesideWhatItReleases() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY, Category.CONTACT));
        ReferralId referral = scene.accepted();

        LoggedDisclosure released = scene.pull(referral, Category.IDENTITY, Category.CONTACT, Category.SAFETY);

        assertEquals(Set.of("identity"), names(JSON.readTree(released.sections())));
        assertEquals(
                Set.of("contact not-held", "safety no-grant"),
                Set.copyOf(released.withheld().stream()
                        .map(part ->
                                part.category().code() + " " + part.reason().code())
                        .toList()));
        assertEquals(
                Set.copyOf(released.withheld()),
                Set.copyOf(disclosure(scene, released).withheld()));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
