package org.paivand.caller;

import java.util.Map;
import org.paivand.disclosure.policy.TrainedRole;

/** Which certificates the policy in force demands of agencies. */
@FunctionalInterface
public interface Demands {
    /** By role; none for a role that isn't there. */
    Map<TrainedRole, String> now();
}
