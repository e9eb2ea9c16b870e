package org.paivand.audit.cosigning;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.audit.note.VerifierKey;

/**
 * A witness that can be asked.
 *
 * @param addCheckpoint below its submission prefix (C2SP tlog-witness, HTTP Interface)
 */
public record WitnessAddress(String name, VerifierKey key, URI addCheckpoint) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** Reads the URL strictly: https, or http to this machine; without user, query or fragment. */
    public static WitnessAddress of(KnownWitness witness) throws MalformedException {
        String url =
                witness.url().orElseThrow(() -> new MalformedException("witness " + witness.name() + " has no URL"));
        try {
            URI prefix = new URI(url.endsWith("/") ? url : url + "/");
            if (!isAllowed(prefix)) {
                throw new MalformedException("the URL of witness " + witness.name() + " is neither https nor local");
            }
            return new WitnessAddress(witness.name(), witness.key(), prefix.resolve("add-checkpoint"));
        } catch (URISyntaxException malformed) {
            throw new MalformedException("the URL of witness " + witness.name() + " is none", malformed);
        }
    }

    private static boolean isAllowed(URI prefix) {
        if (prefix.getHost() == null
                || prefix.getRawUserInfo() != null
                || prefix.getRawQuery() != null
                || prefix.getRawFragment() != null
                || prefix.getRawPath().contains("/.")
                || prefix.getRawPath().contains("//")) {
            return false;
        }
        return "https".equals(prefix.getScheme())
                || ("http".equals(prefix.getScheme()) && LOOPBACK.contains(prefix.getHost()));
    }
}
