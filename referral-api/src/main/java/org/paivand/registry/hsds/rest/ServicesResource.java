package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Services of active agencies, for everybody. */
@Path("services")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {
    @Inject
    HsdsRequest request;

    @Inject
    HsdsAnswers answers;

    @GET
    public Response list() {
        HsdsQuery query = request.query(
                "page",
                "per_page",
                "format",
                "search",
                "taxonomy_term_id",
                "taxonomy_id",
                "organization_id",
                "minimal",
                "full");
        return answers.page(
                answers.in(query.tongue()).services(query.filter(), query.detail(), query.part()), query.tongue());
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        HsdsQuery query = request.query();
        return answers.object(answers.in(query.tongue()).service(id), query.tongue());
    }
}
