package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The lists that terms are taken from. */
@Path("taxonomies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TaxonomiesResource {
    @Inject
    HsdsRequest request;

    @Inject
    HsdsAnswers answers;

    @GET
    public Response list() {
        HsdsQuery query = request.query("page", "per_page", "format", "search");
        return answers.page(answers.in(query.tongue()).taxonomies(query.filter(), query.part()), query.tongue());
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        HsdsQuery query = request.query();
        return answers.object(answers.in(query.tongue()).taxonomy(id), query.tongue());
    }
}
