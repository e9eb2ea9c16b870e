package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.PolicyChanged;

/** Who took part, all by pseudonym or code. The account that acted is the one requestor. */
final class Agents {
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String JTI = "urn:ietf:params:oauth:jti:";

    private final DisclosureEvent event;
    private final String log;
    private final List<ObjectNode> agents = new ArrayList<>();

    private Agents(DisclosureEvent event, String log) {
        this.event = event;
        this.log = log;
    }

    static List<ObjectNode> of(DisclosureEvent event, String log) {
        Agents agents = new Agents(event, log);
        agents.addAll();
        return agents.agents;
    }

    /** The node, as the log that it writes; BALP wants audit source and source agent to be the same. */
    static ObjectNode node(String log) {
        return Nodes.logical("Device", Sid.LOG, log);
    }

    private void addAll() {
        user();
        client();
        if (event instanceof Disclosure disclosure) {
            agent(Coding.SOURCE, node(log)).set("network", unrecorded());
            agent(Coding.DESTINATION, organisation(disclosure.to())).set("network", network(disclosure.to()));
            agent(Coding.CUSTODIAN, discloser());
        } else if (event instanceof Denial denial) {
            agent(Coding.AUTHORISATION_SERVER, node(log));
            agent(
                    Coding.ORGANISATION,
                    denial.recipient().map(Agents::organisation).orElseGet(this::discloser));
        } else {
            agent(Coding.ORGANISATION, discloser());
            event.recipient().ifPresent(to -> agent(Coding.DESTINATION, organisation(to)));
        }
        event.recipient()
                .flatMap(Counterpart::worker)
                .ifPresent(worker -> agent(Coding.PERFORMER, Nodes.logical(Sid.WORKER, worker.value())));
        authoriser().ifPresent(who -> agent(Coding.RESPONSIBLE, Nodes.logical(Sid.USER, who)));
    }

    private void user() {
        Actor actor = event.head().discloser();
        ObjectNode user = agent(Coding.RECIPIENT_USER, Nodes.logical(Sid.USER, actor.user()));
        user.put("requestor", true);
        user.putArray("role").add(Coding.ours(Sid.ROLES, actor.role()).concept());
        actor.tokenId().ifPresent(id -> user.putArray("policy").add(JTI + id));
        List<ObjectNode> purposes = PurposeOfUse.of(event);
        if (!purposes.isEmpty()) {
            user.set("purposeOfUse", Nodes.array(purposes));
        }
    }

    private void client() {
        Actor actor = event.head().discloser();
        agent(Coding.APPLICATION, Nodes.logical("Device", Sid.CLIENT, actor.client()))
                .set("network", unrecorded());
    }

    private ObjectNode agent(Coding type, ObjectNode who) {
        ObjectNode agent = Nodes.object();
        agent.set("type", type.concept());
        agent.set("who", who);
        agent.put("requestor", false);
        agents.add(agent);
        return agent;
    }

    private ObjectNode discloser() {
        return Nodes.logical(
                "Organization", Sid.AGENCY, event.head().discloser().agency().value());
    }

    private static ObjectNode organisation(Counterpart to) {
        return Nodes.logical("Organization", Sid.AGENCY, to.agency().value());
    }

    private Optional<String> authoriser() {
        if (event instanceof ErasureCertified erasure) {
            return Optional.of(erasure.authoriser());
        }
        if (event instanceof CourtOrderRecorded order) {
            return Optional.of(order.authoriser());
        }
        if (event instanceof PolicyChanged change) {
            return change.authoriser();
        }
        return event instanceof Disclosure disclosure ? disclosure.authoriser() : Optional.empty();
    }

    private static ObjectNode network(Counterpart to) {
        return to.node()
                .map(name -> Nodes.object().put("address", name).put("type", "1"))
                .orElseGet(Agents::unrecorded);
    }

    /** The log keeps no network address of anybody, and says so where a profile asks for one. */
    private static ObjectNode unrecorded() {
        ObjectNode network = Nodes.object();
        network.putObject("_address")
                .putArray("extension")
                .addObject()
                .put("url", ABSENT)
                .put("valueCode", "unsupported");
        return network;
    }
}
