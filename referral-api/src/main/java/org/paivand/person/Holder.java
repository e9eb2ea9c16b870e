package org.paivand.person;

import java.time.Instant;
import org.paivand.casefile.CaseContents.DecisionFacts;
import org.paivand.casefile.CaseFile;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.ConflictFinding;

/** Who may be given a receipt and a code. Nobody else: no family, no helper who reported, no other representative. */
public enum Holder implements Coded {
    SUBJECT("subject") {
        @Override
        boolean may(CaseFile file, DecisionFacts facts, Instant now) {
            return true;
        }
    },
    GUARDIAN("guardian") {
        @Override
        boolean may(CaseFile file, DecisionFacts facts, Instant now) {
            return !facts.age().speaksForSelf(now) && !facts.familyMustNotKnow() && freeOfConflict(file, now);
        }
    };

    private final String code;

    Holder(String code) {
        this.code = code;
    }

    /** Asked when a code is issued and each time it is used: a guardian's ends with the finding, or with childhood. */
    abstract boolean may(CaseFile file, DecisionFacts facts, Instant now);

    private static boolean freeOfConflict(CaseFile file, Instant now) {
        return file.guardianFinding()
                .filter(found -> found.finding() == ConflictFinding.NONE)
                .filter(found -> found.by().kind() == AgencyKind.CHILD_PROTECTION)
                .filter(found -> !found.by().agency().equals(file.openedBy()))
                .filter(found -> !found.at().isAfter(now))
                .isPresent();
    }

    @Override
    public String code() {
        return code;
    }

    public static Holder of(String code) {
        return Coded.of(Holder.class, code);
    }
}
