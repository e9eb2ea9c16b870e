package org.paivand.referral;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.section.Releasable;
import org.paivand.casefile.section.ReleasedMessages;
import org.paivand.casefile.section.ReleasedMessages.Written;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;

/** What the two sides of a referral wrote, as one of them may get it: what the other wrote, and by a release alone. */
final class Correspondence {
    private final Function<Transaction, Messages> messages;

    Correspondence(Function<Transaction, Messages> messages) {
        this.messages = messages;
    }

    /**
     * Whether it was written to that side. Who sent the person may have changed; what the sender before wrote is for nobody but the
     * provider.
     */
    static boolean isTo(Party reader, Request request, AgencyId writer) {
        return reader == Party.SENDER == writer.equals(request.to());
    }

    /** Empty if nothing was written to that side. */
    Optional<Releasable> opened(
            Transaction transaction, CaseContents contents, Request request, Party reader, KeyUse permitted)
            throws CaseKeyException, SQLException {
        List<Written> opened = new ArrayList<>();
        for (Messages.Kept kept : messages.apply(transaction).of(request.id())) {
            if (isTo(reader, request, kept.by())) {
                opened.add(new Written(
                        kept.number(),
                        kept.at(),
                        contents.message(
                                        permitted,
                                        request.caseId(),
                                        request.id().value(),
                                        kept.number(),
                                        kept.sealed())
                                .text()));
            }
        }
        return opened.isEmpty() ? Optional.empty() : Optional.of(new ReleasedMessages(opened));
    }
}
