package org.paivand.onboarding.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.onboarding.Application;
import org.paivand.onboarding.ApplicationDesk;
import org.paivand.onboarding.ApplicationState;
import org.paivand.onboarding.CredentialDesk;
import org.paivand.onboarding.Submission;
import org.paivand.onboarding.rest.OnboardingWire.AccessView;
import org.paivand.onboarding.rest.OnboardingWire.ApplicationPage;
import org.paivand.onboarding.rest.OnboardingWire.ApplicationReceipt;
import org.paivand.onboarding.rest.OnboardingWire.ApplicationView;
import org.paivand.onboarding.rest.OnboardingWire.CredentialView;
import org.paivand.onboarding.rest.OnboardingWire.NewApplication;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** Agencies that want to be taken in. */
@Path("agency-applications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    ApplicationDesk desk;

    @Inject
    CredentialDesk credentials;

    @Inject
    OpenDoor door;

    @Inject
    InstantSource clock;

    @Context
    @Nullable
    HttpServletRequest connection;

    @POST
    @May(
            value = {Role.REGISTRAR, Role.COMMISSION},
            withoutAccount = true)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewApplication body)
            throws LogNotWritableException {
        Optional<Caller> caller = exchange.possibleCaller();
        if (caller.isEmpty()) {
            door.enter(Objects.requireNonNull(connection), clock.instant());
        }
        IdempotencyKey once = keys.ofAnybody(key, request, uri);
        Application application = desk.apply(
                caller,
                exchange.id(),
                once,
                OnboardingParser.agency(body.agency()),
                OnboardingParser.contact(body.contact()));
        return Response.status(Response.Status.CREATED)
                .entity(new ApplicationReceipt(
                        application.submission().id(), application.state().code()))
                .build();
    }

    @GET
    @May({Role.REGISTRAR, Role.COMMISSION})
    public ApplicationPage list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Optional<ApplicationState> only =
                Optional.ofNullable(state).map(text -> Codes.among("state", text, ApplicationState.class));
        List<ApplicationDesk.File> rows = desk.list(only, Pages.after(after), size + 1);
        return new ApplicationPage(
                rows.stream().limit(size).map(OnboardingViews::application).toList(),
                Pages.next(rows, size, ApplicationResource::cursor));
    }

    @GET
    @Path("{id}")
    @May({Role.REGISTRAR, Role.COMMISSION})
    public ApplicationView read(@PathParam("id") String id) {
        return OnboardingViews.application(desk.read(Ids.of(id)));
    }

    @POST
    @Path("{id}/approval")
    @May(Role.REGISTRAR)
    public ApplicationView approve(@PathParam("id") String id) throws LogNotWritableException {
        return OnboardingViews.application(desk.approve(exchange.caller(), exchange.id(), Ids.of(id)));
    }

    @POST
    @Path("{id}/rejection")
    @May(Role.REGISTRAR)
    public ApplicationView reject(@PathParam("id") String id) throws LogNotWritableException {
        return OnboardingViews.application(desk.reject(exchange.caller(), exchange.id(), Ids.of(id)));
    }

    @POST
    @Path("{id}/credential")
    @May(Role.REGISTRAR)
    public CredentialView credential(@PathParam("id") String id) throws LogNotWritableException {
        CredentialDesk.Credential shown = credentials.show(exchange.caller(), exchange.id(), agency(id));
        return new CredentialView(shown.client(), shown.secret().value());
    }

    @POST
    @Path("{id}/renewal")
    @May(Role.REGISTRAR)
    public AccessView renew(@PathParam("id") String id) throws LogNotWritableException {
        return OnboardingViews.access(credentials.renew(exchange.caller(), exchange.id(), agency(id)));
    }

    @POST
    @Path("{id}/provisioning")
    @May(Role.REGISTRAR)
    public AccessView again(@PathParam("id") String id) {
        return OnboardingViews.access(credentials.again(exchange.caller(), agency(id)));
    }

    /** Of an application that was approved: another's account is never reached by an application for the same id. */
    private AgencyId agency(String id) {
        return desk.admitted(Ids.of(id));
    }

    private static Cursor cursor(ApplicationDesk.File file) {
        Submission submission = file.application().submission();
        return new Cursor(submission.appliedAt(), submission.id().toString());
    }
}
