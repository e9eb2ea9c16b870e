package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** An event of the log in one line: who, to whom, for what, on what basis, which categories; there is no value to tell. */
final class LoggedEvent {

    private LoggedEvent() {}

    static String line(JsonNode event) {
        StringBuilder line = new StringBuilder(event.path("type").asText());
        member(line, " ", event.path("change"));
        member(line, " ", event.path("code"));
        member(line, " by ", event.at("/discloser/agency"));
        member(line, " to ", event.at("/recipient/agency"));
        member(line, "/", event.at("/recipient/worker"));
        member(line, " for ", event.path("purpose"));
        for (JsonNode released : event.path("released")) {
            line.append(", ").append(released.path("category").asText());
            member(line, " on ", released.at("/basis/type"));
        }
        for (JsonNode withheld : event.path("withheld")) {
            line.append(", not ").append(withheld.path("category").asText());
            member(line, ": ", withheld.path("reason"));
        }
        return line.append(" [")
                .append(event.path("eventId").asText())
                .append(']')
                .toString();
    }

    private static void member(StringBuilder line, String before, JsonNode value) {
        if (!value.isMissingNode()) {
            line.append(before).append(value.asText());
        }
    }
}
