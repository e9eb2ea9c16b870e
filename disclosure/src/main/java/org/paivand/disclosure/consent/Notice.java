package org.paivand.disclosure.consent;

import static org.paivand.disclosure.Canonical.require;

import java.util.Optional;
import java.util.regex.Pattern;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Sha256;

/**
 * What the person was shown or heard before consenting.
 *
 * @param sha256 of the exact text shown or audio played
 * @param language BCP 47, such as {@code tg} or {@code sgh}
 */
public record Notice(String id, int version, Sha256 sha256, String language, Optional<Interpreter> interpreter) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");

    public Notice {
        Canonical.code(id, "notice id");
        require(version >= 1, "notice version starts at 1");
        require(LANGUAGE.matcher(language).matches(), "notice language is not a BCP 47 tag");
    }

    /** Who interpreted, as a pseudonym, and whether they declared no relation to the person or to those accused. */
    public record Interpreter(String pseudonym, boolean noRelationDeclared) {
        public Interpreter {
            Canonical.pseudonym(pseudonym, "interpreter");
        }
    }
}
