package org.paivand.registry.node;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;

/**
 * Another node, which hosts agencies of one country.
 *
 * @param endpoint https, without user, query or fragment
 * @param logOrigin the name of its disclosure log, as its checkpoints begin
 * @param keys with other ids each; several of one use may be valid at once, while one follows another
 */
public record PeerNode(
        NodeId id,
        Jurisdiction jurisdiction,
        Set<AgencyId> agencies,
        URI endpoint,
        String logOrigin,
        List<NodeKey> keys) {

    private static final Pattern ORIGIN = Pattern.compile("[a-z0-9][a-z0-9./-]{2,199}");
    private static final int MAX_KEYS = 50;

    public PeerNode {
        agencies = Canonical.sorted(agencies);
        keys = List.copyOf(keys);
        Canonical.require(!agencies.isEmpty(), "a node hosts an agency");
        Canonical.require(ORIGIN.matcher(logOrigin).matches(), "a log origin has 3 to 200 characters of a-z0-9./-");
        Canonical.require(keys.size() <= MAX_KEYS, "a node has up to 50 keys");
        Canonical.require(
                new HashSet<>(keys.stream().map(NodeKey::keyId).toList()).size() == keys.size(),
                "a key id is there twice");
        requireEndpoint(endpoint);
    }

    /** The keys of that use that are valid at that instant; an expired one never is. */
    public List<NodeKey> keys(KeyUse use, Instant now) {
        return keys.stream().filter(key -> key.use() == use && key.valid(now)).toList();
    }

    private static void requireEndpoint(URI endpoint) {
        Canonical.require(
                "https".equals(endpoint.getScheme())
                        && endpoint.getHost() != null
                        && endpoint.getRawUserInfo() == null
                        && endpoint.getRawQuery() == null
                        && endpoint.getRawFragment() == null
                        && endpoint.toString().length() <= 200,
                "an endpoint is an https address without user, query or fragment");
    }
}
