package org.paivand.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/** What the log must hold in the end, written down by those who did it. */
final class Trail {
    private final List<Trace> traces = new ArrayList<>();

    /**
     * One entry that must be there.
     *
     * @param exchange the exchange of its event
     * @param type of the event
     */
    record Trace(String exchange, String type, String what) {}

    Answer left(Answer answer, String type, String what) {
        traces.add(new Trace(answer.exchange(), type, what));
        return answer;
    }

    List<Trace> traces() {
        return List.copyOf(traces);
    }
}
