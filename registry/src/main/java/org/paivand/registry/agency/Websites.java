package org.paivand.registry.agency;

import java.net.URI;

/** What may stand as an address that people are sent to. */
final class Websites {

    private static final int MAX_LENGTH = 200;

    private Websites() {}

    /** An address with a user's name can look like another's. */
    static void require(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.toString().length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a website is an http or https address of up to 200 characters");
        }
    }
}
