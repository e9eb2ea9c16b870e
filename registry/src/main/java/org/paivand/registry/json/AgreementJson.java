package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.directory.InvalidRegistryException;

/** One item of {@code agreements.json}; its parties are either {@code countries} or {@code agencies}. */
public final class AgreementJson {

    private AgreementJson() {}

    public static Agreement read(byte[] document) throws InvalidRegistryException {
        return Json.item(document, AgreementJson::read);
    }

    public static byte[] write(Agreement agreement) {
        return Json.compact(node(agreement));
    }

    static Agreement read(Members agreement) {
        return new Agreement(
                agreement.text("id", Function.identity()),
                agreement.number("version"),
                agreement.object("parties", AgreementJson::parties),
                agreement.texts("purposes", Purpose::of),
                agreement.texts("categories", Category::of),
                agreement.text("validFrom", Instant::parse),
                agreement.text("validUntil", Instant::parse),
                agreement.truth("onwardAllowed"),
                agreement.number("retentionDays"),
                agreement.text("lawReference", Function.identity()));
    }

    static ObjectNode node(Agreement agreement) {
        ObjectNode node = Nodes.object().put("id", agreement.id()).put("version", agreement.version());
        node.set("parties", parties(agreement.parties()));
        node.set("purposes", Nodes.codes(agreement.purposes()));
        node.set("categories", Nodes.codes(agreement.categories()));
        return node.put("validFrom", agreement.validFrom().toString())
                .put("validUntil", agreement.validUntil().toString())
                .put("onwardAllowed", agreement.onwardAllowed())
                .put("retentionDays", agreement.retentionDays())
                .put("lawReference", agreement.lawReference());
    }

    private static Parties parties(Members parties) {
        return parties.has("agencies")
                ? new Parties.Agencies(parties.texts("agencies", AgencyId::of))
                : new Parties.Countries(parties.texts("countries", Jurisdiction::of));
    }

    private static ObjectNode parties(Parties parties) {
        return parties.fold(
                countries ->
                        Nodes.object().set("countries", Nodes.texts(countries.jurisdictions(), Jurisdiction::code)),
                agencies -> Nodes.object().set("agencies", Nodes.texts(agencies.ids(), AgencyId::value)));
    }
}
