package org.paivand.registry.agency;

import java.util.regex.Pattern;

/**
 * The part of a country where an agency works, as an ISO 3166-2 code such as {@code TJ-SU}. The finest place the
 * registry knows: towns and addresses of shelters are not registry data.
 */
public record Region(String code) {

    private static final Pattern ISO_3166_2 = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    public Region {
        if (!ISO_3166_2.matcher(code).matches()) {
            throw new IllegalArgumentException("a region is an ISO 3166-2 code");
        }
    }

    /** The ISO 3166-1 alpha-2 code of the country the region belongs to. */
    public String country() {
        return code.substring(0, 2);
    }
}
