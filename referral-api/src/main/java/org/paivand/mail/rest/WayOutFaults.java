package org.paivand.mail.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.paivand.problem.ProblemException;
import org.paivand.rest.PageFilter;

/** What goes wrong on the way out is a page, too, and says nothing of why. */
@Provider
public class WayOutFaults implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof ClientErrorException client) {
            return page(client.getResponse().getStatus());
        }
        if (failure instanceof ProblemException refused) {
            return page(refused.code().status());
        }
        PageFilter.failed(failure);
        return page(503);
    }

    private static Response page(int status) {
        return Response.status(status)
                .type(WayOutPage.TYPE)
                .entity(WayOutPage.failed())
                .build();
    }
}
