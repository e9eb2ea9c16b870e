package org.paivand.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.paivand.problem.rest.ProblemMapper;
import org.paivand.registry.hsds.rest.HsdsResource;
import org.paivand.registry.hsds.rest.LocationsResource;
import org.paivand.registry.hsds.rest.OrganizationsResource;
import org.paivand.registry.hsds.rest.ServicesAtLocationsResource;
import org.paivand.registry.hsds.rest.ServicesResource;
import org.paivand.registry.hsds.rest.TaxonomiesResource;
import org.paivand.registry.hsds.rest.TaxonomyTermsResource;

/** The directory for everybody, in HSDS 3: open, so without callers, and only to be read. */
@ApplicationPath("/hsds/v3")
public class HsdsApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ExchangeFilter.class,
                LimitFilter.class,
                JsonBodies.class,
                ClosedAnswers.class,
                ProblemMapper.class,
                HsdsResource.class,
                LocationsResource.class,
                OrganizationsResource.class,
                ServicesAtLocationsResource.class,
                ServicesResource.class,
                TaxonomiesResource.class,
                TaxonomyTermsResource.class);
    }
}
