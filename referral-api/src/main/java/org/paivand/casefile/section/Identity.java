package org.paivand.casefile.section;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;

/**
 * Who the person is. Nothing is required, for many have no papers and a name may be withheld; something must be there.
 *
 * @param aliases at most 10
 * @param citizenships at most 5
 */
public record Identity(
        Optional<StatedName> givenName,
        Optional<StatedName> familyName,
        Optional<StatedName> patronymic,
        Optional<PersonName> preferredName,
        List<PersonName> aliases,
        Optional<StatedBirthDate> birthDate,
        Optional<StatedSex> sex,
        List<StatedCitizenship> citizenships)
        implements Section, Releasable {

    public Identity {
        aliases = Checks.items("aliases", aliases, 0, 10);
        citizenships = Checks.items("citizenships", citizenships, 0, 5);
        Checks.notEmpty(givenName.isPresent()
                || familyName.isPresent()
                || patronymic.isPresent()
                || preferredName.isPresent()
                || !aliases.isEmpty()
                || birthDate.isPresent()
                || sex.isPresent()
                || !citizenships.isEmpty());
    }

    @Override
    public Category category() {
        return Category.IDENTITY;
    }

    /** What leaves under the mask {@code birth-year-only}. */
    public MaskedIdentity byYearOfBirth() {
        return new MaskedIdentity(
                givenName,
                familyName,
                patronymic,
                preferredName,
                aliases,
                birthDate.map(StatedBirthDate::year),
                sex,
                citizenships);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
