package org.paivand.complaint.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.complaint.Complaint;
import org.paivand.complaint.ComplaintDesk;
import org.paivand.complaint.rest.ComplaintWire.FiledView;
import org.paivand.complaint.rest.ComplaintWire.NewComplaint;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.entry.LogNotWritableException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** A complaint that a person makes through a worker whom they trust. */
@Path("cases/{reference}/complaints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseComplaintResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    ComplaintDesk desk;

    @Inject
    Directories directories;

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response file(
            @PathParam("reference") String reference,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewComplaint body)
            throws LogNotWritableException {
        Complaint.Wanted wanted = new Complaint.Wanted(
                Codes.of("/about", body.about(), this::known),
                Codes.of("/topic", body.topic(), ComplaintTopic::of),
                body.disclosure());
        UUID filed = desk.file(exchange.caller(), exchange.id(), keys.of(key, request, uri), Ids.of(reference), wanted);
        return Response.status(201).entity(new FiledView(filed)).build();
    }

    private AgencyId known(String code) {
        return directories
                .current()
                .agency(new AgencyId(code))
                .map(Agency::id)
                .orElseThrow(() -> new IllegalArgumentException("not an agency of the registry"));
    }
}
