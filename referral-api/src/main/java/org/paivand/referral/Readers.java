package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.release.Ask;
import org.paivand.release.CaseRecords;
import org.paivand.release.Deliberated;
import org.paivand.release.Deliberations;

/** Who may read what the other side of a referral wrote; only who may is told that there is something. */
public final class Readers {
    private final Deliberations deliberations;
    private final Function<Transaction, Notifications> notifications;

    public Readers(Deliberations deliberations, Function<Transaction, Notifications> notifications) {
        this.deliberations = deliberations;
        this.notifications = notifications;
    }

    /** Whether that side could pull it now. */
    boolean mayRead(CaseRecords reads, CaseFile file, Request request, Party reader, Category written, Instant now)
            throws CaseKeyException, SQLException {
        Deliberated foreseen = deliberations.foresee(reads, file, ask(request, reader, written), now);
        return foreseen.whole() && foreseen.decision().permitted().containsKey(written);
    }

    /** Tells that side that something was written, if it could pull it now. */
    void tell(
            Transaction transaction,
            CaseRecords reads,
            CaseFile file,
            Request request,
            Party reader,
            Category written,
            Instant now)
            throws CaseKeyException, SQLException {
        if (mayRead(reads, file, request, reader, written, now)) {
            notifications
                    .apply(transaction)
                    .add(request.at(reader), kind(written), request.id().value(), now);
        }
    }

    private static NotificationKind kind(Category written) {
        return switch (written) {
            case MESSAGE -> NotificationKind.MESSAGE_WRITTEN;
            case FEEDBACK -> NotificationKind.FEEDBACK_WRITTEN;
            default -> throw new IllegalArgumentException("nothing that one side of a referral writes to the other");
        };
    }

    private static Ask ask(Request request, Party reader, Category written) {
        return reader == Party.SENDER
                ? SendersPull.ask(request, Optional.empty(), true, written)
                : new Ask(
                        request.id().value(),
                        request.way(),
                        request.purpose(),
                        Occasion.PULL,
                        true,
                        false,
                        Optional.empty(),
                        Set.of(written),
                        Ask.NOTHING_REQUESTED);
    }
}
