package org.paivand.policy;

import java.nio.charset.StandardCharsets;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;

/** Policies to change to. */
public final class Policies {
    private Policies() {}

    /** The newest one shipped, with a reflection period of 45 days. */
    public static PolicyDocument longerReflection(String version) {
        return changed(version, "\"days\" : 30", "\"days\" : 45");
    }

    /** The newest one shipped, with one change. */
    public static PolicyDocument changed(String version, String from, String to) {
        String text = new String(PolicyDocument.tajikistan().bytes(), StandardCharsets.UTF_8);
        String changed = text.replace("\"tj-2\"", "\"" + version + "\"").replace(from, to);
        try {
            return PolicyDocument.parse(changed.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidDocumentException broken) {
            throw new AssertionError(broken);
        }
    }
}
