package org.paivand.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.paivand.casefile.json.ReleasedPaths;
import org.paivand.casefile.json.Sections;
import org.paivand.casefile.section.Guardian;
import org.paivand.casefile.section.Releasable;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Travel;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.decision.GuardianFinding;

/** The payload of one release: each category in the form in which it may leave, and the paths that say so in the log. */
final class ReleasedSections {
    private final ObjectNode sections = JsonNodeFactory.instance.objectNode();

    /**
     * Adds a category without what its masks keep back, and returns the pointers of the members that leave with it; none if
     * nothing of it may leave.
     */
    Set<String> add(Releasable part, Set<Mask> masks) {
        ObjectNode written = Sections.released(Masking.masked(part, masks));
        Set<String> paths = new HashSet<>(ReleasedPaths.of(written));
        Masking.requireHidden(paths, masks);
        sections.set(part.category().code(), written);
        return paths;
    }

    /** The exact bytes that go out and are hashed. */
    byte[] bytes() {
        return sections.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The form in which a section may leave; empty if nothing of it may. */
    static Optional<Releasable> form(Section section, Deliberated deliberated) {
        if (section instanceof ServiceRequest request) {
            Ask.Requested requested = deliberated.ask().requested();
            return Optional.of(request.asked(requested.services(), requested.urgency()));
        }
        if (section instanceof Guardian guardian) {
            return Optional.of(guardian.found(
                    deliberated.file().guardianFinding().map(GuardianFinding::finding),
                    deliberated
                            .file()
                            .guardianFinding()
                            .map(finding -> finding.by().agency())));
        }
        if (section instanceof Travel travel) {
            return travel.withoutFear().map(Releasable.class::cast);
        }
        if (section instanceof Releasable asItIs) {
            return Optional.of(asItIs);
        }
        throw new IllegalStateException("a section without a form in which it may leave");
    }
}
