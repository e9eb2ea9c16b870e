package org.paivand.casefile.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.paivand.casefile.section.Guardian;
import org.paivand.casefile.section.Releasable;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Travel;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.event.Released;
import org.paivand.registry.service.ServiceType;

/** Sections are made by leaving members of the samples out at random. */
class ReleasedPathsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Example
    void namesEachValueOfAnIdentity() throws Exception {
        JsonNode section = JSON.readTree("""
                {"givenName":{"value":"x","status":"claimed"},"aliases":["y","z"],"citizenships":[{"value":"TJ","status":"claimed"}]}""");

        assertEquals(
                List.of(
                        "/givenName/value",
                        "/givenName/status",
                        "/aliases",
                        "/citizenships/0/value",
                        "/citizenships/0/status"),
                ReleasedPaths.of(section));
    }

    @Property(tries = 500)
    void namesExactlyWhatIsWritten(@ForAll Category category, @ForAll long seed) throws Exception {
        Optional<Releasable> section = thinned(category, new Random(seed));
        Assume.that(section.isPresent());

        ObjectNode written = Sections.released(section.get());
        List<String> paths = ReleasedPaths.of(written);

        assertEquals(paths.size(), Set.copyOf(paths).size());
        assertEquals(values(written), paths.stream().map(written::at).toList());
        assertTrue(paths.stream().noneMatch(path -> written.at(path).isMissingNode()));
    }

    @Property(tries = 500)
    void namesPathsThatTheLogTakes(@ForAll Category category, @ForAll long seed) throws Exception {
        Optional<Releasable> section = thinned(category, new Random(seed));
        Assume.that(section.isPresent());

        List<String> paths = ReleasedPaths.of(Sections.released(section.get()));

        Basis basis = new Basis.ByConsent(new UUID(0, 1), 1, new UUID(0, 2));
        assertFalse(new Released(category, basis, Set.copyOf(paths)).paths().isEmpty());
    }

    private static List<JsonNode> values(JsonNode node) {
        List<JsonNode> values = new ArrayList<>();
        if (node.isValueNode() || (node.isArray() && node.get(0).isValueNode())) {
            values.add(node);
        } else {
            node.forEach(child -> values.addAll(values(child)));
        }
        return values;
    }

    private static Optional<Releasable> thinned(Category category, Random random) throws Exception {
        Optional<String> sample = Optional.ofNullable(Samples.SECTIONS.get(category));
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        JsonNode json = JSON.readTree(sample.get());
        thin(json, random);
        try {
            Section section = Sections.parse(category, json.toString().getBytes(StandardCharsets.UTF_8));
            return releasable(section);
        } catch (InvalidSection e) {
            return Optional.empty();
        }
    }

    private static Optional<Releasable> releasable(Section section) {
        if (section instanceof ServiceRequest request) {
            return Optional.of(request.asked(Set.of(ServiceType.SHELTER), Urgency.URGENT));
        }
        if (section instanceof Guardian guardian) {
            return Optional.of(guardian.found(Optional.empty(), Optional.empty()));
        }
        if (section instanceof Travel travel) {
            return travel.withoutFear().map(Releasable.class::cast);
        }
        return Optional.of((Releasable) section);
    }

    private static void thin(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.properties().stream().map(Map.Entry::getKey).forEach(names::add);
            names.stream().filter(name -> random.nextInt(12) == 0).forEach(object::remove);
        } else if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (random.nextInt(3) == 0) {
                    array.remove(i);
                }
            }
        }
        node.forEach(child -> thin(child, random));
    }
}
