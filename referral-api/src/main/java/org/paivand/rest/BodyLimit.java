package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Reads the body once, up to a limit, whatever length its headers claim. Runs after the caller is known: strangers send nothing. */
@Provider
@Priority(Priorities.AUTHORIZATION + 10)
public class BodyLimit implements ContainerRequestFilter {
    public static final int MAX_BYTES = 64 * 1024;

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        exchange.hasBody(body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
