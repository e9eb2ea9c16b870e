package org.paivand.casefile.section;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;
import org.paivand.registry.language.Language;

/**
 * How and when the person can be reached, without where: whoever gets this reaches them through the agency that released it.
 */
public record MaskedContact(
        ContactChannel channel,
        List<SafeHours> safeHours,
        Optional<TimeZone> timeZone,
        Optional<Language> language,
        boolean safeToWrite,
        boolean leaveNoMessage,
        boolean codeWordSet)
        implements Releasable {

    public MaskedContact {
        safeHours = Checks.items("safeHours", safeHours, 0, 14);
    }

    @Override
    public Category category() {
        return Category.CONTACT;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
