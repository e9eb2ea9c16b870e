package org.paivand.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.TrainedRole;
import org.paivand.problem.ProblemException.MissingCertificate;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.language.Trilingual;

class TrainingTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-01T00:00:00Z");
    private static final String CERTIFICATE = "staff-training";
    private static final Map<TrainedRole, String> DEMANDED = Map.of(TrainedRole.PROVIDER, CERTIFICATE);
    private static final Set<Role> BOTH = EnumSet.of(Role.REFERRER, Role.PROVIDER);

    @Test
    void leavesEveryRoleWhereNothingIsDemanded() {
        Training training = Training.of(BOTH, Map.of(), agency(), UNTIL);

        assertEquals(BOTH, training.counting());
        assertEquals(List.of(), training.missing());
    }

    @Test
    void leavesARoleWhileTheCertificateIsValid() {
        Agency trained = agency(certificate(CERTIFICATE));

        assertEquals(BOTH, Training.of(BOTH, DEMANDED, trained, FROM).counting());
        assertEquals(
                BOTH, Training.of(BOTH, DEMANDED, trained, UNTIL.minusMillis(1)).counting());
    }

    @Test
    void takesTheRoleFromTheInstantTheCertificateEnds() {
        Training training = Training.of(BOTH, DEMANDED, agency(certificate(CERTIFICATE)), UNTIL);

        assertEquals(Set.of(Role.REFERRER), training.counting());
        assertEquals(List.of(new MissingCertificate("provider", CERTIFICATE, Optional.of(UNTIL))), training.missing());
    }

    @Test
    void tellsNoTimeForWhatWasNeverThere() {
        Training never = Training.of(BOTH, DEMANDED, agency(), UNTIL);
        Training toCome = Training.of(BOTH, DEMANDED, agency(certificate(CERTIFICATE)), FROM.minusMillis(1));

        List<MissingCertificate> expected = List.of(new MissingCertificate("provider", CERTIFICATE, Optional.empty()));
        assertEquals(expected, never.missing());
        assertEquals(expected, toCome.missing());
    }

    @Test
    void takesNoOtherCertificateForIt() {
        Training training = Training.of(BOTH, DEMANDED, agency(certificate("first-aid")), FROM);

        assertEquals(Set.of(Role.REFERRER), training.counting());
    }

    @Test
    void barsOnlyFromWhatNoOtherRoleAllows() {
        Training training = Training.of(BOTH, DEMANDED, agency(), FROM);

        assertEquals(1, training.barring(Set.of(Role.PROVIDER)).size());
        assertEquals(List.of(), training.barring(BOTH));
        assertEquals(List.of(), training.barring(Set.of(Role.AUDITOR)));
    }

    @ParameterizedTest
    @EnumSource(TrainedRole.class)
    void knowsEachRoleThatAPolicyCanName(TrainedRole trained) {
        Role role = Role.of(trained.code()).orElseThrow();

        assertEquals(
                Set.of(),
                Training.of(Set.of(role), Map.of(trained, CERTIFICATE), agency(), FROM)
                        .counting());
    }

    private static Accreditation certificate(String code) {
        return new Accreditation(code, new AgencyId("tj-training-centre"), FROM, UNTIL);
    }

    private static Agency agency(Accreditation... accreditations) {
        return new Agency(
                new AgencyId("tj-ngo-one"),
                AgencyKind.NGO,
                new Jurisdiction("TJ"),
                new Trilingual("Намуна", "Пример", "Example"),
                Sector.NON_STATE,
                false,
                Optional.empty(),
                Optional.empty(),
                Standing.ACTIVE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(accreditations));
    }
}
