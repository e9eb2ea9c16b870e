package org.paivand.registry.agency;

import java.time.Duration;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.registry.language.Trilingual;

/**
 * What an agency must tell another by law, whatever the person wishes: shown in the preview and in the notice, before
 * consent is given.
 *
 * @param to the one agency told; the directory refuses a recipient of another jurisdiction
 * @param categories the fixed minimum set, never empty
 * @param within from the trigger to the report; positive, at most 30 days
 * @param law the citation people are shown; configuration, not a statement that the duty exists
 */
public record ReportingDuty(
        AgencyId to, ReportingTrigger trigger, Set<Category> categories, Duration within, Trilingual law) {

    private static final Duration LONGEST = Duration.ofDays(30);

    public ReportingDuty {
        categories = Canonical.enums(Category.class, categories);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("a reporting duty names what is reported");
        }
        if (within.isZero() || within.isNegative() || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a reporting duty is due within 30 days");
        }
    }
}
