package org.paivand.contact.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.section.Section;
import org.paivand.contact.Channel;
import org.paivand.contact.Concern;
import org.paivand.contact.Contact;
import org.paivand.contact.ContactBy;
import org.paivand.contact.ContactDesk;
import org.paivand.contact.ContactResult;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Keys;

/** Contacts: a few codes, and perhaps a case. */
@Path("contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    ContactDesk desk;

    /** The contract's NewContact. */
    public record NewContact(
            String channel, String by, String concern, String result, Optional<JsonNode> serviceRequest) {}

    /** The contract's RecordedContact. */
    public record RecordedContact(Optional<UUID> caseId) {}

    @POST
    @May(Role.REFERRER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewContact body) {
        Contact contact = new Contact(
                code("/channel", body.channel(), Channel.class),
                code("/by", body.by(), ContactBy.class),
                code("/concern", body.concern(), Concern.class),
                code("/result", body.result(), ContactResult.class));
        // Jackson takes a tree that isn't there for one that is null.
        Optional<JsonNode> needed = body.serviceRequest().filter(section -> !section.isNull());
        if ((contact.result() == ContactResult.CASE_OPENED) != needed.isPresent()) {
            throw ProblemException.invalid("/serviceRequest", "contradiction");
        }
        Optional<Section> first = needed.map(section -> SectionBodies.parse(
                Category.SERVICE_REQUEST, section.toString().getBytes(StandardCharsets.UTF_8), "/serviceRequest"));
        Optional<UUID> opened = desk.record(exchange.caller(), keys.of(key, request, uri), contact, first)
                .map(CaseFile::id)
                .map(id -> id.value());
        return Response.status(Response.Status.CREATED)
                .entity(new RecordedContact(opened))
                .build();
    }

    private static <E extends Enum<E> & Coded> E code(String pointer, String text, Class<E> list) {
        return Codes.of(pointer, text, code -> Coded.of(list, code));
    }
}
