package org.paivand.capacity;

import java.time.Duration;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.ServiceId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** The places of the northern shelter, as tests arrange them. */
final class Beds {
    static final ServiceId NORTH = new ServiceId("north-placement");
    private static final Caller SHELTER = TestNode.caller(Scene.SHELTER, "worker-one", Role.PROVIDER);

    private Beds() {}

    static CapacityDesk.Count state(TestNode node, int available, int maximum, Waitlist waitlist) {
        int version = count(node).kept().map(Capacity::version).orElse(0);
        return node.capacities()
                .state(
                        SHELTER,
                        NORTH,
                        version,
                        new Statement(available, maximum, waitlist, false, Duration.ofHours(6)));
    }

    static CapacityDesk.Count count(TestNode node) {
        return node.capacities().read(NORTH);
    }

    static int available(TestNode node) {
        CapacityDesk.Count count = count(node);
        return count.kept().orElseThrow().available(count.held());
    }

    static int occupied(TestNode node) {
        return count(node).kept().orElseThrow().occupied();
    }

    /** Nothing of an earlier test's. */
    static void clear(TestNode node) throws Exception {
        TestNode.sql("DELETE FROM paivand.placement; DELETE FROM paivand.capacity");
    }
}
