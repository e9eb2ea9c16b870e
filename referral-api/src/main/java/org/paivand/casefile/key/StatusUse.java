package org.paivand.casefile.key;

import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.Decision;

/** The proof that what a status body decided may be opened for it: its own grant to what happened holds at this moment. */
public record StatusUse(Decision decision) {
    public StatusUse {
        if (!decision.permitted().containsKey(Category.EXPERIENCE)) {
            throw new IllegalArgumentException("the decision doesn't permit what formal status rests on");
        }
    }
}
