package org.paivand.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.paivand.person.rest.FormResource;
import org.paivand.person.rest.PageFaults;
import org.paivand.person.rest.PageResource;

/** Pages for persons, at a path that tells nothing: open to everybody, so without callers, and with limits of their own. */
@ApplicationPath("/s")
public class PageApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PageFilter.class, ClosedAnswers.class, PageFaults.class, PageResource.class, FormResource.class);
    }
}
