package org.paivand.group.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.group.GroupDesk;
import org.paivand.group.rest.GroupWire.CaseGroupList;
import org.paivand.group.rest.GroupWire.CaseGroupView;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** To whom a case belongs, for its controller. */
@Path("cases/{caseId}/groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GroupsOfCaseResource {
    @Inject
    Exchange exchange;

    @Inject
    GroupDesk desk;

    @GET
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public CaseGroupList list(@PathParam("caseId") String caseId) {
        return new CaseGroupList(desk.of(exchange.caller(), new CaseId(Ids.of(caseId))).stream()
                .map(CaseGroupView::of)
                .toList());
    }
}
