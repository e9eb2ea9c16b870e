package org.paivand.caller.rest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.paivand.caller.PublicLog;
import org.paivand.caller.Role;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Who reads without a token. */
class PublicLogTest {

    @Test
    void needsATokenUnlessTheOperatorHasOpenedTheLog() {
        assertEquals(ProblemCode.UNAUTHENTICATED, refusal("tile", false));
        assertDoesNotThrow(() -> filter("tile", true).filter(untouched()));
    }

    @Test
    void opensNothingElseWithTheLog() {
        assertEquals(ProblemCode.UNAUTHENTICATED, refusal("search", true));
        assertEquals(ProblemCode.FORBIDDEN, refusal("nobody", true));
    }

    private static ProblemCode refusal(String method, boolean opened) {
        return assertThrows(ProblemException.class, () -> filter(method, opened).filter(untouched()))
                .code();
    }

    /** As CDI would put them in. */
    @SuppressWarnings("UnnecessaryAssignment")
    private static CallerFilter filter(String method, boolean opened) {
        CallerFilter filter = new CallerFilter();
        filter.token = new NoToken();
        filter.publicLog = new PublicLog(opened);
        filter.resource = new Asked(method);
        return filter;
    }

    /** A request at which nobody looks. */
    private static ContainerRequestContext untouched() {
        return (ContainerRequestContext) Proxy.newProxyInstance(
                PublicLogTest.class.getClassLoader(),
                new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                });
    }

    /** Resource methods of the three kinds. */
    static final class Resource {
        @May(value = Role.AUDITOR, publicByChoice = true)
        public void tile() {}

        @May(Role.AUDITOR)
        public void search() {}

        public void nobody() {}
    }

    private record Asked(String name) implements ResourceInfo {
        @Override
        public Method getResourceMethod() {
            try {
                return Resource.class.getMethod(name);
            } catch (NoSuchMethodException none) {
                throw new AssertionError(none);
            }
        }

        @Override
        public Class<?> getResourceClass() {
            return Resource.class;
        }
    }

    /** What MicroProfile JWT injects where no token was sent. */
    private static final class NoToken implements JsonWebToken {
        @Override
        public @Nullable String getName() {
            return null;
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> @Nullable T getClaim(String claim) {
            return null;
        }
    }
}
