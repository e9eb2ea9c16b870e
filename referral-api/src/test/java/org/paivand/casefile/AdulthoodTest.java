package org.paivand.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.casefile.section.DatePrecision;
import org.paivand.casefile.section.PartialDate;
import org.paivand.casefile.section.StatedBirthDate;
import org.paivand.casefile.section.Verification;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.decision.Age;

class AdulthoodTest {
    private static final Instant OPENED = Instant.parse("2026-01-10T08:00:00Z");
    private static final long SEED = Long.getLong("paivand.seed", System.nanoTime());

    /** Expected by hand: the day begins at 10:00Z of the day before where it begins first, and ends at 12:00Z of the day after. */
    @ParameterizedTest
    @CsvSource({
        "2008-04-17, DAY,   2026-04-16T10:00:00Z, 2026-04-18T12:00:00Z",
        "2008-01-01, DAY,   2025-12-31T10:00:00Z, 2026-01-02T12:00:00Z",
        "2008-12-31, DAY,   2026-12-30T10:00:00Z, 2027-01-01T12:00:00Z",
        "2008-02-28, DAY,   2026-02-27T10:00:00Z, 2026-03-01T12:00:00Z",
        "2008-02-29, DAY,   2026-02-27T10:00:00Z, 2026-03-02T12:00:00Z",
        "2008-03-01, DAY,   2026-02-28T10:00:00Z, 2026-03-02T12:00:00Z",
        "2008-02,    MONTH, 2026-01-31T10:00:00Z, 2026-03-02T12:00:00Z",
        "2009-02,    MONTH, 2027-01-31T10:00:00Z, 2027-03-01T12:00:00Z",
        "2008-04,    MONTH, 2026-03-31T10:00:00Z, 2026-05-01T12:00:00Z",
        "2008,       YEAR,  2025-12-31T10:00:00Z, 2027-01-01T12:00:00Z",
    })
    void isBoundedByWhatIsKnownOfTheBirthDate(String value, DatePrecision precision, Instant first, Instant last) {
        Adulthood adulthood =
                Adulthood.of(stated(value, precision, Verification.CLAIMED)).orElseThrow();

        assertEquals(new Adulthood(first, last), adulthood);
    }

    @Test
    void isNotBoundedByAGuess() {
        assertEquals(Optional.empty(), Adulthood.of(stated("2008", DatePrecision.ESTIMATED, Verification.VERIFIED)));
        assertEquals(
                Age.of(AgeGroup.UNDETERMINED),
                Adulthood.age(
                        AgeGroup.UNDETERMINED,
                        Optional.of(stated("1990", DatePrecision.ESTIMATED, Verification.VERIFIED)),
                        OPENED));
    }

    @Test
    void countsByTheDateForWhomIsAChildByIt() {
        for (AgeGroup group : AgeGroup.values()) {
            Age age = Adulthood.age(
                    group, Optional.of(stated("2008-04-17", DatePrecision.DAY, Verification.CLAIMED)), OPENED);

            Instant first = Instant.parse("2026-04-16T10:00:00Z");
            Instant last = Instant.parse("2026-04-18T12:00:00Z");
            assertFalse(age.speaksForSelf(first.minusMillis(1)));
            assertTrue(age.speaksForSelf(first));
            assertTrue(age.safeguarded(last.minusMillis(1)));
            assertFalse(age.safeguarded(last));
        }
    }

    @Test
    void makesNoAdultByAClaimOfWhomSomebodyTookForAChild() {
        StatedBirthDate claimed = stated("2001", DatePrecision.YEAR, Verification.CLAIMED);
        StatedBirthDate verified = stated("2001", DatePrecision.YEAR, Verification.VERIFIED);

        assertEquals(Age.of(AgeGroup.CHILD), Adulthood.age(AgeGroup.CHILD, Optional.of(claimed), OPENED));
        assertEquals(Age.of(AgeGroup.UNDETERMINED), Adulthood.age(AgeGroup.UNDETERMINED, Optional.of(claimed), OPENED));
        assertEquals(Age.of(AgeGroup.ADULT), Adulthood.age(AgeGroup.UNDETERMINED, Optional.of(verified), OPENED));
    }

    @Test
    void tellsNoDateOfWhoWasAnAdultWhenTheCaseWasOpened() {
        for (Verification status : Verification.values()) {
            Age age =
                    Adulthood.age(AgeGroup.ADULT, Optional.of(stated("1988-05-02", DatePrecision.DAY, status)), OPENED);

            assertEquals(Age.of(AgeGroup.ADULT), age);
        }
    }

    @Test
    void neverEndsBeforeItBeganAndHoldsTheBirthdayOfEveryZone() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            LocalDate born = LocalDate.ofEpochDay(random.nextInt(40_000));
            Adulthood adulthood = Adulthood.of(stated(born.toString(), DatePrecision.DAY, Verification.CLAIMED))
                    .orElseThrow();
            ZoneOffset zone = ZoneOffset.ofTotalSeconds((random.nextInt(27) - 12) * 3600);
            Instant birthday = born.plusYears(18).atStartOfDay(zone).toInstant();

            String message = "-Dpaivand.seed=" + SEED + " " + born + " " + zone;
            assertFalse(birthday.isBefore(adulthood.first()), message);
            assertTrue(birthday.isBefore(adulthood.last()), message);
        }
    }

    private static StatedBirthDate stated(String value, DatePrecision precision, Verification status) {
        return new StatedBirthDate(new PartialDate(value), precision, status);
    }
}
