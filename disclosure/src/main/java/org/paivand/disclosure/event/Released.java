package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Set;
import java.util.regex.Pattern;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.decision.Basis;

/** One category that went out: on what basis, and which members of it (JSON pointers, never their values). */
public record Released(Category category, Basis basis, Set<String> paths) {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9]{1,40}){1,6}");

    public Released {
        paths = Canonical.sorted(paths);
        require(paths.stream().allMatch(path -> PATH.matcher(path).matches()), "a path names members, no values");
    }

    /** Whether one of the paths is hidden by one of the masks. */
    boolean shows(Set<Mask> masks) {
        return masks.stream().anyMatch(mask -> paths.stream().anyMatch(mask::hides));
    }
}
