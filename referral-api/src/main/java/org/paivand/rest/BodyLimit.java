package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Reads the body once, up to a limit; a length beyond it is refused unread, and any other claim is not believed. Runs after the caller is known: strangers send nothing. */
@Provider
@Priority(Priorities.AUTHORIZATION + 10)
public class BodyLimit implements ContainerRequestFilter {
    public static final int MAX_BYTES = 64 * 1024;

    @Inject
    Exchange exchange;

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        int most = most();
        if (claimed(request) > most) {
            throw ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        byte[] body = request.getEntityStream().readNBytes(most + 1);
        if (body.length > most) {
            throw ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        if (body.length == 0 && wantsBody()) {
            // Without a content type nothing would read it, and the method would be called with null.
            throw ProblemException.of(ProblemCode.MALFORMED_JSON);
        }
        exchange.hasBody(body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private Optional<Method> method() {
        return Optional.ofNullable(resource).flatMap(info -> Optional.ofNullable(info.getResourceMethod()));
    }

    /** What comes as JSON is a record. */
    private boolean wantsBody() {
        return method().stream()
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .anyMatch(Class::isRecord);
    }

    private int most() {
        return method().flatMap(method -> Optional.ofNullable(method.getAnnotation(BodyUpTo.class)))
                .map(BodyUpTo::value)
                .orElse(MAX_BYTES);
    }

    /** What the header says, or nothing; whoever says too much is refused before anything is read. */
    private static long claimed(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
