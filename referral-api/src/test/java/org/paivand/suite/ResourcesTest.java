package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.paivand.openapi.Contract;
import org.paivand.openapi.Operation;
import org.paivand.rest.ApiApplication;
import org.paivand.rest.Ending;
import org.paivand.rest.HsdsApplication;
import org.paivand.rest.KnownParameters;
import org.paivand.rest.LogApplication;
import org.paivand.rest.PageApplication;
import org.paivand.rest.WayOutApplication;
import org.paivand.rest.WitnessApplication;

/** The contract and the resources know the same operations. */
class ResourcesTest {
    private static final List<Application> ROOTS = List.of(
            new ApiApplication(),
            new HsdsApplication(),
            new LogApplication(),
            new WitnessApplication(),
            new PageApplication(),
            new WayOutApplication());

    @Test
    void serveEachOperationOfTheContractAndNoOther() {
        Set<String> promised = Contract.load().operations().stream()
                .map(operation -> operation.shape().toString())
                // One resource reads every path of the log's tiles, as C2SP tlog-tiles names them with slashes in the
                // index.
                .map(operation -> operation.replaceFirst("/tile/.*", "/tile/{}"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(promised, served());
    }

    /** What isn't a parameter is refused, so the two lists of them must be one. */
    @Test
    void takeTheQueryParametersOfTheContractAndNoOther() {
        Map<String, List<String>> taken = new TreeMap<>();
        Application root = new ApiApplication();
        for (Class<?> resource : resources(root)) {
            for (Method method : operations(resource)) {
                taken.put(
                        new Operation(verb(method), path(root, resource, method))
                                .shape()
                                .toString(),
                        KnownParameters.of(method));
            }
        }
        Map<String, List<String>> promised = new TreeMap<>();
        Contract contract = Contract.load();
        contract.operations().stream()
                .filter(operation -> operation.path().startsWith("/api/v1/"))
                .forEach(operation -> promised.put(operation.shape().toString(), contract.queryParameters(operation)));

        assertEquals(promised, taken);
    }

    /** A path is looked for in one class: two that share its beginning and part there would hide each other's methods. */
    @Test
    void leaveNoPathToTwoClassesOfWhichOneHidesTheOther() {
        Map<String, Set<String>> hidden = new TreeMap<>();
        for (Application root : ROOTS) {
            for (Class<?> resource : resources(root)) {
                for (Method method : operations(resource)) {
                    String path = path(root, resource, method).replaceAll("\\{[^}]*}", "x");
                    resources(root).stream()
                            .filter(other -> longer(other, resource))
                            .filter(other -> path.matches(expression(root, other) + "(/.*)?"))
                            .forEach(other -> hidden.computeIfAbsent(other.getSimpleName(), name -> new TreeSet<>())
                                    .add(path));
                }
            }
        }

        assertEquals(Map.of(), hidden);
    }

    @Test
    void endWhereTheContractSaysSoAndAYearAfterItWasSaid() {
        Set<String> ending = new TreeSet<>();
        for (Application root : ROOTS) {
            for (Class<?> resource : resources(root)) {
                for (Method method : operations(resource)) {
                    Ending said = method.getAnnotation(Ending.class);
                    if (said != null) {
                        ending.add(new Operation(verb(method), path(root, resource, method))
                                .shape()
                                .toString());
                        assertFalse(LocalDate.parse(said.until())
                                .isBefore(LocalDate.parse(said.since()).plusYears(1)));
                    }
                }
            }
        }

        assertEquals(
                Contract.load().ending().stream()
                        .map(operation -> operation.shape().toString())
                        .collect(Collectors.toCollection(TreeSet::new)),
                ending);
    }

    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        for (Application root : ROOTS) {
            for (Class<?> resource : resources(root)) {
                for (Method method : operations(resource)) {
                    served.add(new Operation(verb(method), path(root, resource, method))
                            .shape()
                            .toString());
                }
            }
        }
        return served;
    }

    private static List<Class<?>> resources(Application root) {
        return root.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .toList();
    }

    private static List<Method> operations(Class<?> resource) {
        return List.of(resource.getDeclaredMethods()).stream()
                .filter(method -> !verb(method).isEmpty())
                .toList();
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return "";
    }

    private static String path(Application root, Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return base(root, resource)
                + (below == null
                        ? ""
                        : "/" + below.value().replaceAll("\\{(\\w+)\\s*:[^}]*(\\{[^}]*}[^}]*)*}", "{$1}"));
    }

    private static String base(Application root, Class<?> resource) {
        String path = resource.getAnnotation(Path.class).value();
        String base = root.getClass().getAnnotation(ApplicationPath.class).value();
        return base + (path.equals("/") || path.isEmpty() ? "" : "/" + path);
    }

    private static String expression(Application root, Class<?> resource) {
        return base(root, resource).replaceAll("\\{[^}]*}", "[^/]+");
    }

    private static boolean longer(Class<?> other, Class<?> than) {
        String path = than.getAnnotation(Path.class).value();
        return !other.equals(than)
                && other.getAnnotation(Path.class).value().length() > path.length()
                && !other.getAnnotation(Path.class).value().equals(path);
    }
}
