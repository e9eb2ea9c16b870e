package org.paivand.agreement.rest;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paivand.agreement.Sides;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;

/** Reads which matrix is asked for: between two countries or between two agencies, never one of each. */
final class SidesParser {
    private SidesParser() {}

    static Sides sides(
            @Nullable String from, @Nullable String to, @Nullable String fromAgency, @Nullable String toAgency) {
        boolean ofAgencies = fromAgency != null || toAgency != null;
        if (!ofAgencies) {
            return new Sides.Countries(
                    Codes.of("from", there("from", from), Jurisdiction::of),
                    Codes.of("to", there("to", to), Jurisdiction::of));
        }
        if (from != null || to != null) {
            throw ProblemException.invalid(from != null ? "from" : "to", "contradiction");
        }
        AgencyId discloser = Codes.of("fromAgency", there("fromAgency", fromAgency), AgencyId::of);
        AgencyId recipient = Codes.of("toAgency", there("toAgency", toAgency), AgencyId::of);
        if (discloser.equals(recipient)) {
            throw ProblemException.invalid("toAgency", "contradiction");
        }
        return new Sides.Agencies(discloser, recipient);
    }

    /** All, if none is asked for. */
    static Set<Purpose> purposes(@Nullable String purpose) {
        return purpose == null ? EnumSet.allOf(Purpose.class) : EnumSet.of(Codes.of("purpose", purpose, Purpose::of));
    }

    private static String there(String parameter, @Nullable String text) {
        if (text == null) {
            throw ProblemException.invalid(parameter, "required");
        }
        return text;
    }
}
