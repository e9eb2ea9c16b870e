package org.paivand.reporting;

import java.time.YearMonth;
import java.util.Optional;
import org.paivand.casefile.section.Exploitation;
import org.paivand.disclosure.AgeGroup;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.place.Region;

/**
 * That there is a case, or seems to be one. It has no member for a name, a text, a sex, a nationality, a day or a case's reference,
 * so none of them can be told by mistake.
 *
 * @param form what it seems to be, in the groups of HTCDS; empty while nobody knows
 * @param region of the country whose law it is; empty where even that would say whose case it is
 * @param month in which the duty began
 */
public record Tidings(
        ReportingTrigger trigger,
        AgeGroup ageGroup,
        Optional<Exploitation> form,
        Optional<Region> region,
        YearMonth month) {

    /** Whether the trigger can be true of that age: undetermined counts as a child. */
    boolean agrees() {
        return switch (trigger) {
            case CHILD_AT_RISK, CHILD_TAKEN_IN -> ageGroup != AgeGroup.ADULT;
            case CRIME_KNOWN, INJURY_TREATED, FOREIGN_NATIONAL_TAKEN_IN -> true;
        };
    }
}
