package org.paivand.emergency.rest;

import java.util.List;
import org.paivand.audit.desk.Replays.Replayed;
import org.paivand.rest.ReplayView;

/** The contract's ReplayPage: the decisions of one emergency. */
public record ReplayPage(List<ReplayView> items) {
    static ReplayPage of(List<Replayed> replayed) {
        return new ReplayPage(replayed.stream()
                .map(one -> ReplayView.of(one.eventId(), one.decidedAt(), one.decision(), one.equal()))
                .toList());
    }
}
