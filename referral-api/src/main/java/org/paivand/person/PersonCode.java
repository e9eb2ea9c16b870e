package org.paivand.person;

import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Coded;

/** A code that somebody holds, without the code. */
public record PersonCode(UUID id, CaseId caseId, Holder holder, Opens opens) {

    /** What is behind it. */
    public enum Opens implements Coded {
        STATUS("status"),
        /** A page that tells nothing, for whoever is forced to show one. */
        NOTHING("nothing");

        private final String code;

        Opens(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Opens of(String code) {
            return Coded.of(Opens.class, code);
        }
    }
}
