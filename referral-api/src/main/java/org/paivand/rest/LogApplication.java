package org.paivand.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.paivand.audit.rest.LogResource;
import org.paivand.audit.rest.NumberedLogResource;

/** The disclosure log as files, and each log before it. */
@ApplicationPath("/log")
public class LogApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Providers.ALL);
        classes.add(LogResource.class);
        classes.add(NumberedLogResource.class);
        return classes;
    }
}
