package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Active agencies, for everybody. */
@Path("organizations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsResource {
    @Inject
    HsdsRequest request;

    @Inject
    HsdsAnswers answers;

    @GET
    public Response list() {
        HsdsQuery query = request.query(
                "page", "per_page", "format", "search", "taxonomy_term_id", "taxonomy_id", "full", "full_service");
        return answers.page(
                answers.in(query.tongue())
                        .organizations(query.filter(), query.detail(), query.truth("full_service"), query.part()),
                query.tongue());
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        HsdsQuery query = request.query("full_service");
        return answers.object(answers.in(query.tongue()).organization(id, query.truth("full_service")), query.tongue());
    }
}
