package org.paivand.registry.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.rest.JsonBodies;

class AgencyResourceTest {
    private final AgencyResource resource = new AgencyResource();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // no container here
    void load() {
        Directory sample = SampleDirectory.load();
        resource.directories = () -> sample;
    }

    @Test
    void showsEveryActiveAgencyOncePageByPage() {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            AgencyPage page = resource.list(null, null, null, null, next.orElse(null), "3");
            page.items().forEach(agency -> seen.add(agency.agencyId()));
            next = page.next();
        } while (next.isPresent());

        assertEquals(
                resource.directories.current().agencies().stream()
                        .filter(Agency::isActive)
                        .map(agency -> agency.id().value())
                        .toList(),
                seen);
    }

    @Test
    void fitsEveryFilterAtOnce() {
        List<AgencyView> shelters =
                resource.list("shelter", "TJ", "shelter", null, null, null).items();

        assertFalse(shelters.isEmpty());
        assertTrue(shelters.stream().allMatch(agency -> agency.kind().equals("shelter")));
        assertEquals(
                List.of(),
                resource.list("shelter", "IR", null, null, null, null).items());
    }

    @Test
    void givesARegionAsTheFinestPlaceOfAConfidentialAgency() throws Exception {
        AgencyView shelter = resource.read("tj-shelter-north", null);
        String json = new String(JsonBodies.bytes(shelter), StandardCharsets.UTF_8);

        assertTrue(shelter.confidentialLocation());
        assertEquals(Optional.of("TJ-SU"), shelter.region());
        for (String finer : Set.of("address", "street", "city", "town", "latitude", "phone", "location\"")) {
            assertFalse(json.contains(finer), finer);
        }
    }

    @Test
    void tellsWhatAnAgencyMustReportBeforeConsentIsAsked() {
        AgencyView.ReportingDuty duty =
                resource.read("tj-shelter-south-minors", null).reportingDuty().orElseThrow();

        assertEquals("tj-child-protection-dushanbe", duty.to());
        assertTrue(duty.within().matches("P[1-9][0-9]{0,4}D|PT[1-9][0-9]{0,4}H"), duty.within());
    }

    @Test
    void findsNothingBehindTheLastOne() {
        assertEquals(
                Optional.empty(),
                resource.list("ombudsman", null, null, null, null, "1").next());
    }

    @ParameterizedTest
    @CsvSource({
        "castle, , , , , kind, not-in-list",
        ", tj, , , , jurisdiction, bad-pattern",
        ", , magic, , , service, not-in-list",
        ", , , '!', , after, bad-pattern",
        ", , , QUJD, , after, bad-pattern",
        ", , , , 0, limit, out-of-range",
        ", , , , 101, limit, out-of-range"
    })
    void refusesByTheParameterThatIsWrong(
            @Nullable String kind,
            @Nullable String jurisdiction,
            @Nullable String service,
            @Nullable String after,
            @Nullable String limit,
            String parameter,
            String fault) {
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> resource.list(kind, jurisdiction, service, null, after, limit));

        assertEquals(
                List.of(new RequestError(parameter, fault)),
                refusal.extensions().errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tj-nobody", "TJ", "", "tj shelter", "../agencies"})
    void findsNoAgencyThatIsNotThere(String id) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> resource.read(id, null));

        assertEquals(ProblemCode.NOT_FOUND, refusal.code());
    }
}
