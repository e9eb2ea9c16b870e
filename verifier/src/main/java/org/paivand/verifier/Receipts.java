package org.paivand.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Receipt;

/** Each event stands in the log once, and a receipt is that of the recipient of a disclosure in it. */
final class Receipts implements Rule {
    private static final int NO_DISCLOSURE = 0;
    private static final int MOST_WAITING = 1 << 16;

    private final Extent extent;
    private final Findings findings;
    private final EventIds ids = new EventIds();
    /** From 1 on. */
    private final Map<AgencyId, Integer> recipients = new HashMap<>();

    private final List<Waiting> waiting = new ArrayList<>();
    private boolean tooMany;

    Receipts(Extent extent, Findings findings) {
        this.extent = extent;
        this.findings = findings;
    }

    /** A receipt whose disclosure has not been seen yet. */
    private record Waiting(long index, Receipt receipt) {}

    @Override
    public void see(long index, DisclosureEvent event) {
        if (ids.number(event.head().eventId()) != EventIds.ABSENT) {
            findings.add(index, Fault.EVENT_REPEATED, "another entry tells an event of the same id");
        } else {
            tooMany |= ids.isFull();
            ids.put(event.head().eventId(), recipient(event));
        }
        if (event instanceof Receipt receipt && !answers(index, receipt)) {
            tooMany |= waiting.size() == MOST_WAITING;
            if (!tooMany) {
                waiting.add(new Waiting(index, receipt));
            }
        }
    }

    private int recipient(DisclosureEvent event) {
        return event instanceof Disclosure disclosure
                ? recipients.computeIfAbsent(disclosure.to().agency(), agency -> recipients.size() + 1)
                : NO_DISCLOSURE;
    }

    /** Whether the disclosure was seen, be it the right one or not. */
    private boolean answers(long index, Receipt receipt) {
        int number = ids.number(receipt.disclosure());
        if (number == EventIds.ABSENT) {
            return false;
        }
        if (number == NO_DISCLOSURE) {
            findings.add(index, Fault.RECEIPT_DIFFERS, "a receipt for what is no disclosure");
        } else if (number != recipients.getOrDefault(receipt.by().agency(), NO_DISCLOSURE)) {
            findings.add(index, Fault.RECEIPT_DIFFERS, "a receipt by another than the disclosure's recipient");
        }
        return true;
    }

    @Override
    public void end() {
        for (Waiting receipt : waiting) {
            if (answers(receipt.index(), receipt.receipt())) {
                continue;
            }
            if (extent.fromFirst() && !tooMany) {
                findings.add(receipt.index(), Fault.RECEIPT_DIFFERS, "a receipt for a disclosure that is not here");
            } else if (extent.isPeriod()) {
                findings.note(receipt.index(), "the disclosure that this receipt answers is not in the bundle");
            }
        }
        if (tooMany) {
            findings.note("more events than ids are kept: not every repetition and receipt was looked at");
        }
    }
}
