package org.paivand.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.json.Samples;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Who may write what: each kind of agency of the sample registry, each category, by the policy's own file. */
@Timeout(60)
class WriteCeilingsTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    @Test
    void eachKindOfAgencyWritesWhatItsCeilingNamesAndNothingElse() throws Exception {
        JsonNode ceilings = ceilings();
        Map<AgencyKind, Set<String>> written = new EnumMap<>(AgencyKind.class);
        Map<AgencyKind, Set<String>> named = new EnumMap<>(AgencyKind.class);

        for (Agency agency : node.directory().agencies()) {
            if (agency.isActive() && !written.containsKey(agency.kind())) {
                written.put(agency.kind(), written(agency));
                Set<String> ceiling = new TreeSet<>();
                ceilings.path(agency.kind().code()).forEach(category -> ceiling.add(category.asText()));
                ceiling.removeIf(code -> !Samples.SECTIONS.containsKey(Category.of(code)));
                named.put(agency.kind(), ceiling);
            }
        }

        assertEquals(named, written);
        assertEquals(true, written.size() > 10, () -> "kinds in the sample registry: " + written.keySet());
    }

    private static Set<String> written(Agency agency) throws Exception {
        Caller caller = TestNode.caller(agency.id().value(), "writer", Role.REFERRER);
        CaseFile file = node.cases().open(caller, TestNode.key());
        Set<String> written = new TreeSet<>();
        for (Category category : Samples.SECTIONS.keySet()) {
            try {
                node.cases().write(caller, file.id(), Scene.section(category, sample -> sample), 0);
                written.add(category.code());
            } catch (ProblemException refused) {
                assertEquals(ProblemCode.SECTION_NOT_PERMITTED, refused.code());
            }
        }
        Set<String> kept = new TreeSet<>();
        node.cases()
                .read(caller, file.id())
                .sections()
                .forEach(section -> kept.add(section.category().code()));
        assertEquals(written, kept);
        return written;
    }

    private static JsonNode ceilings() throws Exception {
        String file = "/org/paivand/disclosure/policy/tj-2.json";
        try (InputStream policy = Objects.requireNonNull(WriteCeilingsTest.class.getResourceAsStream(file))) {
            return new ObjectMapper().readTree(policy).path("writeCeilings");
        }
    }
}
