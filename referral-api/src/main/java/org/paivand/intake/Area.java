package org.paivand.intake;

import java.util.regex.Pattern;

/** Where somebody is, as a country (ISO 3166-1) or a part of one (ISO 3166-2), and never closer. */
public record Area(String code) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /** @throws IllegalArgumentException if it is neither */
    public Area {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("neither a country nor a region");
        }
    }

    @Override
    public String toString() {
        return "an area";
    }
}
