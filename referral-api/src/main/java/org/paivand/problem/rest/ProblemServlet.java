package org.paivand.problem.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemTexts;
import org.paivand.rest.JsonBodies;

/** What the container refuses before Jakarta REST sees it (a bad token, an unknown path) is a problem too, and not an HTML page. */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemCode code = code(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        UUID exchange = UUID.randomUUID();
        ProblemTexts texts = ProblemTexts.in(Objects.requireNonNullElse(request.getHeader("Accept-Language"), ""));
        response.setStatus(code.status());
        response.setContentType(ProblemMapper.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Paivand-Exchange", exchange.toString());
        if (code == ProblemCode.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"paivand\", error=\"invalid_token\"");
        }
        response.getOutputStream()
                .write(JsonBodies.bytes(ProblemMapper.body(ProblemException.of(code), texts, exchange)));
    }

    private static ProblemCode code(Object status) {
        for (ProblemCode code : ProblemCode.values()) {
            if (Objects.equals(code.status(), status)) {
                return code == ProblemCode.MALFORMED_JSON ? ProblemCode.INVALID_REQUEST : code;
            }
        }
        // Asked for directly, nothing failed: there is nothing here to see.
        return status == null ? ProblemCode.NOT_FOUND : ProblemCode.INTERNAL_ERROR;
    }
}
