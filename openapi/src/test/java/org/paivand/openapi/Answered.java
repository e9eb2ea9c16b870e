package org.paivand.openapi;

import java.util.Map;
import java.util.Optional;

/** An answer, as it came over the wire. {@code Content-Type} is one of the headers. */
public record Answered(int status, Map<String, String> headers, Optional<String> body) {

    public Answered {
        headers = Map.copyOf(headers);
    }
}
