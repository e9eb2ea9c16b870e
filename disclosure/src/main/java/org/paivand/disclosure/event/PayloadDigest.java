package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.regex.Pattern;
import org.paivand.disclosure.Sha256;

/** The bytes that went out, without them: {@code saltedSha256} is over a secret salt and the bytes. */
public record PayloadDigest(String mediaType, long sizeBytes, Sha256 saltedSha256) {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{1,20}/[a-z0-9.+-]{1,60}");

    public PayloadDigest {
        require(MEDIA_TYPE.matcher(mediaType).matches(), "a media type has no parameters");
        require(sizeBytes >= 0, "a size is not negative");
    }
}
