package org.paivand.group.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.group.GroupDesk;
import org.paivand.group.GroupDesk.Named;
import org.paivand.group.GroupDesk.Seen;
import org.paivand.group.rest.GroupWire.CaseGroupView;
import org.paivand.group.rest.GroupWire.NewCaseGroup;
import org.paivand.group.rest.GroupWire.NewGroupMember;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** Cases that belong together, for their controller. */
@Path("case-groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseGroupResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    GroupDesk desk;

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response link(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewCaseGroup body) {
        LinkKind kind = Codes.among("/kind", body.kind(), LinkKind.class);
        Seen linked = desk.link(exchange.caller(), keys.of(key, request, uri), kind, named(body.members()));
        return Response.created(
                        URI.create("/api/v1/case-groups/" + linked.group().id()))
                .entity(CaseGroupView.of(linked))
                .build();
    }

    @GET
    @Path("{groupId}")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public CaseGroupView read(@PathParam("groupId") String groupId) {
        return CaseGroupView.of(desk.read(exchange.caller(), Ids.of(groupId)));
    }

    @POST
    @Path("{groupId}/members")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public CaseGroupView join(@PathParam("groupId") String groupId, NewGroupMember body) {
        return CaseGroupView.of(desk.join(exchange.caller(), Ids.of(groupId), named("", body)));
    }

    @DELETE
    @Path("{groupId}/members/{caseId}")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public Response leave(@PathParam("groupId") String groupId, @PathParam("caseId") String caseId) {
        desk.leave(exchange.caller(), Ids.of(groupId), new CaseId(Ids.of(caseId)));
        return Response.noContent().build();
    }

    private static List<Named> named(List<NewGroupMember> members) {
        if (members.size() < 2 || members.size() > CaseGroup.MOST) {
            throw ProblemException.invalid("/members", members.size() < 2 ? "too-few" : "too-many");
        }
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Named one = named("/members/" + i, members.get(i));
            if (named.stream()
                    .anyMatch(before ->
                            before.member().caseId().equals(one.member().caseId()))) {
                throw ProblemException.invalid(one.pointer(), "duplicate");
            }
            named.add(one);
        }
        return named;
    }

    private static Named named(String at, NewGroupMember member) {
        GroupConstraint constraint = Codes.among(at + "/constraint", member.constraint(), GroupConstraint.class);
        return new Named(new CaseGroup.Member(new CaseId(member.caseId()), constraint), at + "/caseId");
    }
}
