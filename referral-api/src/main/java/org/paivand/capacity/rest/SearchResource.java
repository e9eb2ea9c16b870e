package org.paivand.capacity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.capacity.ServiceSearch;
import org.paivand.capacity.rest.SearchWire.NewServiceSearch;
import org.paivand.capacity.rest.SearchWire.SearchView;
import org.paivand.rest.Exchange;
import org.paivand.rest.Pages;

/** Stage 0: who could help, before anybody is told of anybody. It is asked with a body, so that nothing lands in an address. */
@Path("service-searches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    @Inject
    Exchange exchange;

    @Inject
    ServiceSearch search;

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION, Role.COMMISSION})
    @Consumes(MediaType.APPLICATION_JSON)
    public SearchView search(@QueryParam("limit") @Nullable String limit, NewServiceSearch body) {
        int size = Pages.limit(limit);
        ServiceSearch.Found found = search.search(exchange.caller(), SearchParser.query(body), size);
        return new SearchViews(exchange.texts().language(), found).view();
    }
}
