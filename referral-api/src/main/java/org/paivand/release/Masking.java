package org.paivand.release;

import java.util.Set;
import org.paivand.casefile.section.Contact;
import org.paivand.casefile.section.Identity;
import org.paivand.casefile.section.Releasable;
import org.paivand.casefile.section.ReleasedTravel;
import org.paivand.disclosure.Mask;

/** Takes out of a category what must stay behind, before a byte of it is written. */
final class Masking {
    private Masking() {}

    /** @throws IllegalStateException if a mask has no form here; nothing leaves then */
    static Releasable masked(Releasable whole, Set<Mask> masks) {
        Releasable left = whole;
        for (Mask mask : masks) {
            left = masked(left, mask);
        }
        return left;
    }

    private static Releasable masked(Releasable whole, Mask mask) {
        if (mask == Mask.BIRTH_YEAR_ONLY && whole instanceof Identity identity) {
            return identity.byYearOfBirth();
        }
        if (mask == Mask.CONTACT_WITHOUT_ADDRESS && whole instanceof Contact contact) {
            return contact.withoutAddress();
        }
        if (mask == Mask.DOCUMENT_WITHOUT_NUMBER && whole instanceof ReleasedTravel travel) {
            return travel.withoutDocumentNumber();
        }
        throw new IllegalStateException("no form of this category for the mask " + mask.code());
    }

    /** The last look: whatever made the payload, a path that a mask hides doesn't leave. */
    static void requireHidden(Set<String> paths, Set<Mask> masks) {
        if (masks.stream().anyMatch(mask -> paths.stream().anyMatch(mask::hides))) {
            throw new IllegalStateException("what a mask hides would have left");
        }
    }
}
