package org.paivand.registry.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.rest.May;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.RegistryDesk;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.service.ServiceType;
import org.paivand.rest.Codes;
import org.paivand.rest.IdPages;
import org.paivand.rest.Instants;
import org.paivand.rest.Pages;

/** Who can be referred to. A suspended agency is found by its id alone. */
@Path("agencies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgencyResource {
    @Inject
    Directories directories;

    @Inject
    RegistryDesk desk;

    @GET
    @May
    public AgencyPage list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("service") @Nullable String service,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Optional<String> last = IdPages.after(after);
        Directory directory = directory(asOf);
        List<Agency> rows = directory
                .find(
                        filter("kind", kind, AgencyKind::of),
                        Optional.ofNullable(jurisdiction)
                                .map(text -> Codes.text("jurisdiction", text, Jurisdiction::of)),
                        filter("service", service, ServiceType::of))
                .stream()
                .filter(agency -> last.filter(id -> agency.id().value().compareTo(id) <= 0)
                        .isEmpty())
                .limit(size + 1L)
                .toList();
        return new AgencyPage(
                rows.stream().limit(size).map(agency -> view(directory, agency)).toList(),
                IdPages.next(rows, size, agency -> agency.id().value()));
    }

    @GET
    @Path("{id}")
    @May
    public AgencyView read(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
        Directory directory = directory(asOf);
        return agency(directory, id)
                .map(agency -> view(directory, agency))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Directory directory(@Nullable String asOf) {
        return asOf == null ? directories.current() : desk.directory(Instants.of("asOf", asOf));
    }

    /** Something that can't be an id names nothing. */
    private static Optional<Agency> agency(Directory directory, String id) {
        try {
            return directory.agency(AgencyId.of(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static AgencyView view(Directory directory, Agency agency) {
        return AgencyView.of(agency, directory.servicesOf(agency.id()));
    }

    private static <T> Optional<T> filter(String name, @Nullable String text, Function<String, T> parser) {
        return Optional.ofNullable(text).map(code -> Codes.of(name, code, parser));
    }
}
