package org.paivand.openapi;

import java.util.Map;
import java.util.Optional;

/**
 * A request, as it went over the wire.
 *
 * @param path without host and query, not a template
 * @param query one value for each parameter, not encoded
 */
public record Sent(
        String method, String path, Map<String, String> query, Map<String, String> headers, Optional<String> body) {

    public Sent {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }
}
