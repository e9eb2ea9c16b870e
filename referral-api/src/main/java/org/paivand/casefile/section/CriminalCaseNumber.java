package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** The number of a criminal case, Latin or Cyrillic: 1 to 40 characters. */
public record CriminalCaseNumber(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-zА-Яа-я./ -]{1,40}");

    public CriminalCaseNumber {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
