package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import java.util.TreeSet;

/** What a recipient would get, category by category. */
record Preview(Answer answer) {

    Set<String> permitted() {
        Set<String> permitted = new TreeSet<>();
        for (JsonNode decision : answer.json().path("decisions")) {
            if (decision.path("outcome").asText().equals("permit")) {
                permitted.add(decision.path("category").asText());
            }
        }
        return permitted;
    }

    String reason(String category) {
        return decision(category).path("reasonCode").asText();
    }

    String basis(String category) {
        return decision(category).path("basis").path("type").asText();
    }

    void tell(Narrator narrator) {
        for (JsonNode decision : answer.json().path("decisions")) {
            if (decision.has("reason")) {
                narrator.reason(decision);
            } else {
                narrator.note(decision.path("category").asText() + ": would be released on the basis of "
                        + decision.path("basis").path("type").asText());
            }
        }
    }

    private JsonNode decision(String category) {
        return Answer.elements(answer.json().path("decisions")).stream()
                .filter(decision -> decision.path("category").asText().equals(category))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
