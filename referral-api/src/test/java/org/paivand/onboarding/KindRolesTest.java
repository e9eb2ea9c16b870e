package org.paivand.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyKind;

class KindRolesTest {
    private static final Set<Role> FOR_PEOPLE =
            EnumSet.of(Role.AUDITOR, Role.REGISTRAR, Role.COMMISSION, Role.EMERGENCY_OFFICER, Role.REVIEWER, Role.PEER);

    @ParameterizedTest
    @EnumSource(AgencyKind.class)
    void giveNoProgramARoleThatIsForPeople(AgencyKind kind) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(KindRoles.of(kind));

        roles.retainAll(FOR_PEOPLE);

        assertEquals(Set.of(), roles);
    }

    @ParameterizedTest
    @EnumSource(AgencyKind.class)
    void makeEveryProgramAMachineOrNothing(AgencyKind kind) {
        assertEquals(KindRoles.applies(kind), KindRoles.of(kind).contains(Role.MACHINE));
    }

    @Test
    void keepWhoWatchesAndGovernsOut() {
        for (AgencyKind kind : EnumSet.of(AgencyKind.COMMISSION, AgencyKind.OMBUDSMAN, AgencyKind.DATA_PROTECTION)) {
            assertFalse(KindRoles.applies(kind));
        }
        assertTrue(KindRoles.applies(AgencyKind.NGO));
        assertFalse(KindRoles.of(AgencyKind.POLICE).contains(Role.PROVIDER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Aunt Example", "+0123456", "+99900000000000000", "1", "1234567", "+999 000 000"})
    void letNoPhoneBeAnythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Contact(Office.RECEPTION, text));
    }
}
