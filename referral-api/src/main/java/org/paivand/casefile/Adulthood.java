package org.paivand.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.paivand.casefile.section.DatePrecision;
import org.paivand.casefile.section.StatedBirthDate;
import org.paivand.casefile.section.Verification;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.decision.Age;

/**
 * When a person may first, and must at last, be an adult. Where the day begins on earth is not known of them, and laws differ on
 * whether a year is full when the birthday begins or when it has passed; so the first possible instant is where that day begins
 * first, and the last one where it ends last (docs/decisions/0031).
 *
 * @param first inclusive
 * @param last inclusive
 */
record Adulthood(Instant first, Instant last) {
    private static final int YEARS = 18;
    private static final ZoneOffset WHERE_DAYS_BEGIN_FIRST = ZoneOffset.ofHours(14);
    private static final ZoneOffset WHERE_DAYS_END_LAST = ZoneOffset.ofHours(-12);
    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    /** Empty for a date that is estimated: a guessed year bounds nothing. */
    static Optional<Adulthood> of(StatedBirthDate birth) {
        if (birth.precision() == DatePrecision.ESTIMATED) {
            return Optional.empty();
        }
        String value = birth.value().value();
        return Optional.of(
                switch (birth.precision()) {
                    case DAY -> between(LocalDate.parse(value), LocalDate.parse(value));
                    case MONTH ->
                        between(
                                YearMonth.parse(value).atDay(1),
                                YearMonth.parse(value).atEndOfMonth());
                    default ->
                        between(
                                Year.parse(value).atDay(1),
                                Year.parse(value).atMonth(Month.DECEMBER).atEndOfMonth());
                });
    }

    /**
     * What a decision is told of the age: the dates only where they can matter to the case, for they stay in the log's evidence.
     *
     * @param group as it was told, or seen. A date that is only claimed makes no adult of whom somebody took for a child
     * @param openedAt when the case was; who was an adult by then gave no consent as a child
     */
    static Age age(AgeGroup group, Optional<StatedBirthDate> birth, Instant openedAt) {
        Optional<Adulthood> known = birth.flatMap(Adulthood::of);
        if (known.isEmpty()) {
            return Age.of(group);
        }
        if (openedAt.isBefore(known.get().last())) {
            return new Age(group, known.map(Adulthood::first), known.map(Adulthood::last));
        }
        boolean verified = birth.map(StatedBirthDate::status)
                .filter(Verification.VERIFIED::equals)
                .isPresent();
        return Age.of(verified ? AgeGroup.ADULT : group);
    }

    private static Adulthood between(LocalDate earliest, LocalDate latest) {
        // Eighteen years after a leap day there is none: its birthday may be the day before, or the day after.
        LocalDate first = earliest.plusYears(YEARS);
        LocalDate last =
                MonthDay.from(latest).equals(LEAP_DAY) ? latest.plusYears(YEARS).plusDays(1) : latest.plusYears(YEARS);
        return new Adulthood(
                first.atStartOfDay(WHERE_DAYS_BEGIN_FIRST).toInstant(),
                last.plusDays(1).atStartOfDay(WHERE_DAYS_END_LAST).toInstant());
    }
}
