package org.paivand.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.paivand.mail.rest.WayOutFaults;
import org.paivand.mail.rest.WayOutResource;

/** By which readers of mails end them, at a path that tells nothing: open to everybody, so without callers. */
@ApplicationPath("/u")
public class WayOutApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PageFilter.class, LimitFilter.class, ClosedAnswers.class, WayOutFaults.class, WayOutResource.class);
    }
}
