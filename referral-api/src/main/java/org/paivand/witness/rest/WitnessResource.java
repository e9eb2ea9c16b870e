package org.paivand.witness.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.witness.AddCheckpoint;
import org.paivand.audit.witness.WitnessAnswer;
import org.paivand.witness.WitnessDesk;

/**
 * Without a token: the log's signature on what it sends is what authenticates it. Answers are the protocol's plain texts and not
 * problems, since whoever asks is a log's software that knows statuses alone.
 */
@Path("")
@RequestScoped
public class WitnessResource {
    private static final String PLAIN = "text/plain; charset=utf-8";

    @Inject
    WitnessDesk desk;

    @POST
    @Path("add-checkpoint")
    public Response addCheckpoint(InputStream body) throws IOException, SignerUnavailableException {
        byte[] request = body.readNBytes(AddCheckpoint.MAX_BYTES + 1);
        return desk.addCheckpoint(request)
                .map(WitnessResource::response)
                .orElseGet(() -> answer(404, PLAIN, "this node witnesses no log\n"));
    }

    private static Response response(WitnessAnswer answer) {
        return answer(answer.status(), answer.contentType(), answer.body());
    }

    private static Response answer(int status, String type, String text) {
        return Response.status(status).type(type).entity(new WitnessText(text)).build();
    }
}
