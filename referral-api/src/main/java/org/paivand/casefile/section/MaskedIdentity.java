package org.paivand.casefile.section;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;

/**
 * Who the person is, with the year of birth in place of the date.
 */
public record MaskedIdentity(
        Optional<StatedName> givenName,
        Optional<StatedName> familyName,
        Optional<StatedName> patronymic,
        Optional<PersonName> preferredName,
        List<PersonName> aliases,
        Optional<StatedBirthYear> birthYear,
        Optional<StatedSex> sex,
        List<StatedCitizenship> citizenships)
        implements Releasable {

    public MaskedIdentity {
        aliases = Checks.items("aliases", aliases, 0, 10);
        citizenships = Checks.items("citizenships", citizenships, 0, 5);
    }

    @Override
    public Category category() {
        return Category.IDENTITY;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
