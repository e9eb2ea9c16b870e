package org.paivand.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Collects what is wrong; beyond a hundred it only counts. */
final class Findings {
    private static final int LISTED = 100;

    private final List<Finding> listed = new ArrayList<>();
    private long total;

    void add(Fault fault, String reason) {
        add(new Finding(OptionalLong.empty(), fault, reason));
    }

    void add(long index, Fault fault, String reason) {
        add(new Finding(OptionalLong.of(index), fault, reason));
    }

    private void add(Finding finding) {
        total++;
        if (listed.size() < LISTED) {
            listed.add(finding);
        }
    }

    List<Finding> listed() {
        return List.copyOf(listed);
    }

    long total() {
        return total;
    }
}
