package org.paivand.disclosure.policy;

import java.util.Comparator;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Purpose;

/**
 * The narrower of two agreements comes first. A total order of agreements with distinct ids. It says which of several is
 * named and nothing about what may pass: all of them bind ({@link Corridor}).
 */
public final class Narrowness {
    private static final Comparator<Agreement> BY_PARTIES =
            Comparator.comparingInt(Narrowness::sort).thenComparingInt(Narrowness::parties);
    private static final Comparator<Agreement> BY_TERMS = Comparator.comparingInt(Narrowness::recipientKinds)
            .thenComparing(Agreement::onwardAllowed)
            .thenComparingInt(Agreement::retentionDays)
            .thenComparingInt(Narrowness::evidenceUse)
            .thenComparing(Agreement::validUntil)
            .thenComparing(Agreement::id)
            .thenComparingInt(Agreement::version);

    private Narrowness() {}

    /** By who is bound, then by how much may pass for the purpose, then by the other terms. */
    public static Comparator<Agreement> forPurpose(Purpose purpose) {
        return BY_PARTIES
                .thenComparingInt(agreement -> agreement.ceiling(purpose).size())
                .thenComparing(BY_TERMS);
    }

    /** Where no purpose is asked for: by all that may pass for any. */
    public static Comparator<Agreement> forAnyPurpose() {
        return BY_PARTIES
                .thenComparingInt(agreement -> agreement.categories().size())
                .thenComparing(BY_TERMS);
    }

    private static int sort(Agreement agreement) {
        return agreement.parties().fold(countries -> 2, kinds -> 1, agencies -> 0);
    }

    private static int parties(Agreement agreement) {
        return agreement
                .parties()
                .fold(
                        countries -> countries.jurisdictions().size(),
                        kinds -> kinds.countries().jurisdictions().size()
                                * kinds.kinds().size(),
                        agencies -> agencies.ids().size());
    }

    private static int recipientKinds(Agreement agreement) {
        return agreement.terms().recipientKinds().map(Set::size).orElse(AgencyKind.values().length + 1);
    }

    private static int evidenceUse(Agreement agreement) {
        return agreement.terms().evidenceUse().map(EvidenceUse::ordinal).orElse(EvidenceUse.values().length);
    }
}
