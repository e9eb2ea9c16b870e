package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The terms by which services and agencies are found. */
@Path("taxonomy_terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TaxonomyTermsResource {
    @Inject
    HsdsRequest request;

    @Inject
    HsdsAnswers answers;

    @GET
    public Response list() {
        HsdsQuery query = request.query("page", "per_page", "format", "search", "taxonomy_id", "top_only", "parent_id");
        return answers.page(
                answers.in(query.tongue())
                        .taxonomyTerms(
                                query.filter(),
                                query.id("taxonomy_id"),
                                query.truth("top_only"),
                                query.id("parent_id"),
                                query.part()),
                query.tongue());
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        HsdsQuery query = request.query();
        return answers.object(answers.in(query.tongue()).taxonomyTerm(id), query.tongue());
    }
}
