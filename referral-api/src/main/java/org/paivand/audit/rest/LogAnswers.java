package org.paivand.audit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.paivand.audit.merkle.Hash;
import org.paivand.caller.PublicLog;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** How files of a log are answered (C2SP tlog-tiles): what is full never changes; a cache that several share needs a public log. */
@ApplicationScoped
public class LogAnswers {
    private static final String FOR_EVER = ", max-age=31536000, immutable";
    private static final String PARTIAL = ".p/";
    private static final String BRIEFLY = ", max-age=60";

    @Inject
    PublicLog publicLog;

    Response checkpoint(Optional<byte[]> checkpoint) {
        return Response.ok(new LogBytes(found(checkpoint))).build();
    }

    Response tile(Optional<byte[]> file, String path, Request request) {
        byte[] tile = found(file);
        EntityTag tag = new EntityTag(Hash.sha256(tile).hex());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(new LogBytes(tile)).tag(tag) : unchanged;
        return answer.header(
                        HttpHeaders.CACHE_CONTROL,
                        (publicLog.chosen() ? "public" : "private") + (path.contains(PARTIAL) ? BRIEFLY : FOR_EVER))
                .build();
    }

    private static byte[] found(Optional<byte[]> file) {
        return file.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
