package org.paivand.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells with each answer of an {@link Ending} operation that it ends, when, and what is there instead. */
@Provider
public class EndingFilter implements ContainerResponseFilter {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional.ofNullable(resource)
                .flatMap(info -> Optional.ofNullable(info.getResourceMethod()))
                .ifPresent(method -> headers(method).forEach(response.getHeaders()::add));
    }

    /** RFC 9745 §2.1, RFC 8594 §3 and the link of RFC 9745 §3; none for what stays. */
    static Map<String, String> headers(AnnotatedElement method) {
        Ending ending = method.getAnnotation(Ending.class);
        return ending == null
                ? Map.of()
                : Map.of(
                        "Deprecation", "@" + begin(ending.since()).getEpochSecond(),
                        "Sunset", IMF_FIXDATE.format(begin(ending.until())),
                        "Link", "<" + ending.instead() + ">; rel=\"deprecation\"; type=\"text/html\"");
    }

    private static Instant begin(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
