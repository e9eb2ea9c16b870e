package org.paivand.casefile.section;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;
import org.paivand.registry.language.Language;

/**
 * How the person can be reached safely.
 *
 * @param codeWordSet whether a code word was agreed; the word itself is never stored
 * @param viaPerson required by the channel {@code via-person}
 */
public record Contact(
        ContactChannel channel,
        ContactAddress value,
        List<SafeHours> safeHours,
        Optional<TimeZone> timeZone,
        Optional<Language> language,
        boolean safeToWrite,
        boolean leaveNoMessage,
        boolean codeWordSet,
        Optional<ViaPerson> viaPerson)
        implements Section, Releasable {

    public Contact {
        safeHours = Checks.items("safeHours", safeHours, 0, 14);
        Checks.consistent(channel != ContactChannel.VIA_PERSON || viaPerson.isPresent(), "viaPerson");
    }

    @Override
    public Category category() {
        return Category.CONTACT;
    }

    /** What leaves under the mask {@code contact-without-address}. */
    public MaskedContact withoutAddress() {
        return new MaskedContact(channel, safeHours, timeZone, language, safeToWrite, leaveNoMessage, codeWordSet);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
