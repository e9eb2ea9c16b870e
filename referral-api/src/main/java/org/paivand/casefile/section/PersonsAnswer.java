package org.paivand.casefile.section;

import java.util.Optional;

/**
 * What the person said of the help that came of a referral, for whoever sent it.
 *
 * @param words as the person wants them passed on
 */
public record PersonsAnswer(Helped helped, Optional<OwnWords> words) {
    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
