package org.paivand.registry.agency;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.registry.Items.END;
import static org.paivand.registry.Items.START;
import static org.paivand.registry.Items.draft;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.AgencyId;

class AccreditationTest {

    @Test
    void holdsFromItsFirstInstantUntilJustBeforeItsEnd() {
        Agency trained = draft("tj-ngo").accredited(by("tj-centre", START, END)).made();

        assertTrue(trained.accredited("staff-training", START));
        assertTrue(trained.accredited("staff-training", END.minusNanos(1)));
        assertFalse(trained.accredited("staff-training", END));
        assertFalse(trained.accredited("staff-training", START.minusNanos(1)));
        assertFalse(trained.accredited("other-training", START));
    }

    @Test
    void holdsThroughARenewal() {
        Instant later = END.plusSeconds(86_400);
        Agency trained = draft("tj-ngo")
                .accredited(by("tj-centre", START, END), by("tj-centre", END, later))
                .made();

        assertTrue(trained.accredited("staff-training", END));
        assertFalse(trained.accredited("staff-training", later));
    }

    @Test
    void refusesOneThatEndsBeforeItBeginsOrIsThereTwiceOrIsOnesOwn() {
        assertThrows(IllegalArgumentException.class, () -> by("tj-centre", END, START));
        assertThrows(IllegalArgumentException.class, () -> by("tj-centre", START, START));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Accreditation("A course", AgencyId.of("tj-centre"), START, END));
        assertThrows(
                IllegalArgumentException.class,
                () -> draft("tj-ngo")
                        .accredited(by("tj-centre", START, END), by("tj-centre", START, END))
                        .made());
        assertThrows(
                IllegalArgumentException.class,
                () -> draft("tj-ngo").accredited(by("tj-ngo", START, END)).made());
    }

    @Test
    void refusesAnAgencyThatIsAPartOfItself() {
        assertThrows(
                IllegalArgumentException.class,
                () -> draft("tj-ngo").partOf("tj-ngo").made());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://agency.example/",
                "javascript:alert(1)",
                "/about",
                "https:about",
                "https://agency.example@other.example/",
                "mailto:office@agency.example"
            })
    void refusesAWebsiteThatIsNone(String address) {
        assertThrows(
                IllegalArgumentException.class,
                () -> draft("tj-ngo").website(address).made());
    }

    private static Accreditation by(String issuer, Instant from, Instant until) {
        return new Accreditation("staff-training", AgencyId.of(issuer), from, until);
    }
}
