package org.paivand.release.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.directory.Directories;
import org.paivand.release.Deliberated;
import org.paivand.release.Previews;
import org.paivand.release.rest.ReleaseWire.NewPreview;
import org.paivand.release.rest.ReleaseWire.Preview;
import org.paivand.release.rest.ReleaseWire.ReportingDutyView;
import org.paivand.release.rest.ReleaseWire.TextsView;
import org.paivand.release.rest.ReleaseWire.ThroughHost;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** What a recipient would see, before anything is offered. */
@Path("cases/{caseId}/previews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {
    @Inject
    Exchange exchange;

    @Inject
    Previews previews;

    @Inject
    Directories directories;

    @Inject
    InstantSource clock;

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Preview preview(@PathParam("caseId") String caseId, NewPreview body) throws CaseKeyException {
        Agency recipient = Codes.of("/recipient", body.recipient(), this::known);
        Purpose purpose = Codes.of("/purpose", body.purpose(), Purpose::of);
        Optional<Set<Category>> categories = body.categories()
                .map(codes -> Set.copyOf(Codes.all("/categories", codes, Category.values().length, Category::of)));
        Instant read = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CaseId previewed = new CaseId(Ids.of(caseId));
        Deliberated foreseen =
                previews.preview(exchange.caller(), previewed, recipient.id(), purpose, categories, body.asOf());
        DecisionViews views = new DecisionViews(exchange.texts().language());
        Optional<Agency> host = directories.current().hostOf(recipient.id());
        Optional<ThroughHost> through = Optional.empty();
        if (host.isPresent()) {
            Deliberated toHost = previews.preview(
                    exchange.caller(),
                    previewed,
                    host.get().id(),
                    purpose,
                    Optional.of(Set.of(Category.SERVICE_REQUEST)),
                    body.asOf());
            through = Optional.of(new ThroughHost(host.get().id().value(), views.forController(toHost)));
        }
        return new Preview(
                recipient.id().value(),
                purpose.code(),
                true,
                foreseen.input().decidedAt(),
                read,
                views.forController(foreseen),
                recipient.reportingDuty().map(PreviewResource::duty),
                through);
    }

    private static ReportingDutyView duty(ReportingDuty duty) {
        return new ReportingDutyView(
                duty.to().value(),
                duty.trigger().code(),
                duty.categories().stream().map(Coded::code).sorted().collect(Collectors.toList()),
                within(duty.within()),
                new TextsView(duty.law().tg(), duty.law().ru(), duty.law().en()));
    }

    private static String within(Duration within) {
        return within.toHours() % 24 == 0 ? "P" + within.toDays() + "D" : "PT" + within.toHours() + "H";
    }

    private Agency known(String code) {
        return directories
                .current()
                .agency(new AgencyId(code))
                .filter(Agency::isActive)
                .orElseThrow(() -> new IllegalArgumentException("not an active agency"));
    }
}
