package org.paivand.launcher.standin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/** An application in place of the referral API: it shows that what the launcher hands over arrives. */
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT")
public class StandIn extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(WhoAmI.class);
    }
}
