package org.paivand.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.disclosure.AgencyId;

class CallerTest {
    private static Caller with(Role... roles) {
        return new Caller(AgencyId.of("tj-ombudsman"), "user", Set.of(roles), "client", "token", Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR, REFERRER",
        "AUDITOR, REVIEWER",
        "AUDITOR, PEER",
        "REVIEWER, EMERGENCY_OFFICER",
        "REVIEWER, MACHINE",
        "EMERGENCY_OFFICER, MACHINE"
    })
    void holdsNoRolesOfWhichOneExcludesTheOther(Role one, Role other) {
        assertThrows(Caller.ConflictingRolesException.class, () -> with(one, other));
    }

    @Test
    void holdsOthersTogether() {
        assertEquals(2, with(Role.EMERGENCY_OFFICER, Role.REFERRER).roles().size());
        assertEquals(2, with(Role.REVIEWER, Role.COMMISSION).roles().size());
        assertEquals(2, with(Role.PROVIDER, Role.MACHINE).roles().size());
    }
}
