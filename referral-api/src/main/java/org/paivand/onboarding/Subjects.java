package org.paivand.onboarding;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.AgencyJson;

/** Reads what was proposed to two people. */
final class Subjects {
    private Subjects() {}

    /** @throws IllegalStateException if it was altered where it is kept */
    static UUID application(String subject) {
        String head = subject.substring(0, line(subject));
        return UUID.fromString(head.substring(head.indexOf(' ') + 1));
    }

    /** @throws IllegalStateException if it was altered where it is kept */
    static String agency(String subject) {
        try {
            byte[] document = subject.substring(line(subject) + 1).getBytes(StandardCharsets.UTF_8);
            return AgencyJson.read(document).id().value();
        } catch (InvalidRegistryException altered) {
            throw new IllegalStateException("a proposed agency is not as it was written", altered);
        }
    }

    private static int line(String subject) {
        int line = subject.indexOf('\n');
        if (line < 0) {
            throw new IllegalStateException("a proposed agency is not as it was written");
        }
        return line;
    }
}
