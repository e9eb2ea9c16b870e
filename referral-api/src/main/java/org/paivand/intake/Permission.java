package org.paivand.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;

/**
 * What the writer was told before sending: that this agency reads it, and nobody else. It permits that and nothing more; whoever
 * else is to learn anything needs a consent like in every case.
 *
 * @param language in which it was told, a code of the pages
 * @param text hash of the sentences, in UTF-8, one to a line
 */
public record Permission(AgencyId agency, String language, Sha256 text, Instant at) {

    public static Permission of(AgencyId agency, String language, List<String> sentences, Instant at) {
        return new Permission(
                agency, language, Sha256.digest(String.join("\n", sentences).getBytes(StandardCharsets.UTF_8)), at);
    }

    /** Whether the same was told, whenever it was. */
    boolean tells(Permission other) {
        return agency.equals(other.agency) && language.equals(other.language) && text.equals(other.text);
    }
}
