package org.paivand.audit.checkpoint;

import java.util.List;
import java.util.Set;

/** Which sets of witnesses are strong enough. */
@FunctionalInterface
interface Quorum {
    /** No witness is needed. */
    Quorum NONE = cosigners -> true;

    boolean reachedBy(Set<String> cosigners);

    static Quorum witness(String name) {
        return cosigners -> cosigners.contains(name);
    }

    /** At least {@code threshold} members, each a witness or again a group. */
    static Quorum group(int threshold, List<Quorum> members) {
        if (threshold < 1 || threshold > members.size()) {
            throw new IllegalArgumentException("a threshold lies between 1 and the number of members");
        }
        List<Quorum> copy = List.copyOf(members);
        return cosigners ->
                copy.stream().filter(member -> member.reachedBy(cosigners)).count() >= threshold;
    }
}
