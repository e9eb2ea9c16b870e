package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.CategoryDecision.Permit;
import org.paivand.disclosure.policy.AgreementReference;

/**
 * One category that went out: on what basis, and which members of it (JSON pointers, never their values).
 *
 * @param agreement the narrowest that bound it; none where none had to, and in entries from before they named it
 */
public record Released(Category category, Basis basis, Set<String> paths, Optional<AgreementReference> agreement) {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9]{1,40}){1,6}");

    public Released {
        paths = Canonical.sorted(paths);
        require(paths.stream().allMatch(path -> PATH.matcher(path).matches()), "a path names members, no values");
    }

    public Released(Category category, Basis basis, Set<String> paths) {
        this(category, basis, paths, Optional.empty());
    }

    /** Whether it tells what was permitted, and nothing that a mask hides. */
    boolean tells(Permit permit) {
        return permit.basis().equals(basis)
                && !shows(permit.masks())
                && (agreement.isEmpty() || agreement.equals(permit.agreement()));
    }

    /** Whether one of the paths is hidden by one of the masks. */
    private boolean shows(Set<Mask> masks) {
        return masks.stream().anyMatch(mask -> paths.stream().anyMatch(mask::hides));
    }
}
