package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;

/**
 * Refuses a query parameter that the operation doesn't have, and one that is there twice: whoever misspells a filter would take
 * all there is for what was asked. Runs after the caller is known, so that a stranger learns nothing. What was typed is not
 * repeated; it may be somebody's name.
 */
@Provider
@Priority(Priorities.USER)
public class KnownParameters implements ContainerRequestFilter {
    private static final Map<Method, List<String>> KNOWN = new ConcurrentHashMap<>();

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method operation = resource == null ? null : resource.getResourceMethod();
        if (operation != null && !request.getUriInfo().getQueryParameters().isEmpty()) {
            List<RequestError> errors = errors(request.getUriInfo().getQueryParameters(), of(operation));
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors);
            }
        }
    }

    static List<RequestError> errors(Map<String, List<String>> given, List<String> known) {
        List<RequestError> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(new RequestError("", "unknown-member", Optional.of(known)));
            } else if (values.size() > 1) {
                errors.add(new RequestError(name, "duplicate-member"));
            }
        });
        return errors.stream().distinct().toList();
    }

    /** The names of the query parameters that an operation has, in alphabetical order. */
    public static List<String> of(Method operation) {
        return KNOWN.computeIfAbsent(
                operation,
                method -> Arrays.stream(method.getParameters())
                        .flatMap(KnownParameters::named)
                        .sorted()
                        .toList());
    }

    private static Stream<String> named(Parameter parameter) {
        Stream<AnnotatedElement> fields = Arrays.stream(parameter.getType().getDeclaredFields());
        return Stream.concat(Stream.of(parameter), fields)
                .map(element -> element.getAnnotation(QueryParam.class))
                .flatMap(Stream::ofNullable)
                .map(QueryParam::value);
    }
}
