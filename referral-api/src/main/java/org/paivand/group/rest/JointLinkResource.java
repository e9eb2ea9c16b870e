package org.paivand.group.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.disclosure.AgencyId;
import org.paivand.group.JointLinkDesk;
import org.paivand.group.rest.JointLinkWire.EnteredLinkCode;
import org.paivand.group.rest.JointLinkWire.JointLinkList;
import org.paivand.group.rest.JointLinkWire.JointLinkView;
import org.paivand.group.rest.JointLinkWire.NewJointLink;
import org.paivand.group.rest.JointLinkWire.ProposedJointLink;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** To which case of another controller a case belongs, for its controller. */
@Path("cases/{caseId}/joint-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JointLinkResource {
    @Inject
    Exchange exchange;

    @Inject
    JointLinkDesk desk;

    @Inject
    Directories directories;

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@PathParam("caseId") String caseId, NewJointLink body) {
        ProposedJointLink proposed = ProposedJointLink.of(desk.propose(
                exchange.caller(),
                caseId(caseId),
                Codes.among("/kind", body.kind(), LinkKind.class),
                other(body.with()),
                constraint(body.constraint())));
        return Response.status(Response.Status.CREATED).entity(proposed).build();
    }

    @GET
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public JointLinkList list(@PathParam("caseId") String caseId) {
        CaseId own = caseId(caseId);
        return new JointLinkList(desk.of(exchange.caller(), own).stream()
                .map(link -> JointLinkView.of(link, own))
                .toList());
    }

    @POST
    @Path("entered")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public JointLinkView enter(@PathParam("caseId") String caseId, EnteredLinkCode body) {
        CaseId own = caseId(caseId);
        return JointLinkView.of(
                desk.enter(exchange.caller(), own, other(body.with()), body.code(), constraint(body.constraint())),
                own);
    }

    @DELETE
    @Path("{linkId}")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public Response end(@PathParam("caseId") String caseId, @PathParam("linkId") String linkId) {
        desk.end(exchange.caller(), caseId(caseId), Ids.of(linkId));
        return Response.noContent().build();
    }

    private AgencyId other(String code) {
        AgencyId with = Codes.of(
                "/with",
                code,
                known -> directories
                        .current()
                        .agency(new AgencyId(known))
                        .filter(Agency::isActive)
                        .orElseThrow(() -> new IllegalArgumentException("not an active agency"))
                        .id());
        if (with.equals(exchange.caller().agency())) {
            throw ProblemException.invalid("/with", "contradiction");
        }
        return with;
    }

    private static GroupConstraint constraint(String code) {
        return Codes.among("/constraint", code, GroupConstraint.class);
    }

    private static CaseId caseId(String id) {
        return new CaseId(Ids.of(id));
    }
}
