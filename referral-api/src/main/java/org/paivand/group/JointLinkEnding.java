package org.paivand.group;

import java.util.function.Function;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.JointLinks;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Change;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.release.JointConsent;

/** Ends with a change of a person's consent what rested on it, in the same transaction; a word that comes back links nothing anew. */
public final class JointLinkEnding implements ConsentBook.Follower {
    private final Function<Transaction, JointLinks> links;
    private final JointConsent consent;

    public JointLinkEnding(Function<Transaction, JointLinks> links, JointConsent consent) {
        this.links = links;
        this.consent = consent;
    }

    @Override
    public void follow(Transaction transaction, Change change) {
        CaseFile file = change.before().file();
        JointLinks bound = links.apply(transaction);
        for (JointLink link : bound.of(file.id())) {
            boolean proposer = link.proposed().caseId().equals(file.id());
            AgencyId other = proposer ? link.with() : link.proposed().controller();
            if (!consent.permits(file, change.after(), other, change.event().at())) {
                bound.end(link.id());
            }
        }
    }
}
