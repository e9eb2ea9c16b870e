package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;

/** An agreement as bytes. Format {@code paivand-agreement/v1}. */
public final class AgreementJson {
    private static final String FORMAT = "paivand-agreement/v1";

    private AgreementJson() {}

    public static byte[] write(Agreement agreement) {
        return StrictJson.compact(write(Nodes.document(FORMAT), agreement));
    }

    /** Accepts exactly the bytes that {@link #write(Agreement)} makes. */
    public static Agreement parse(byte[] bytes) throws InvalidDocumentException {
        return StrictJson.read(
                bytes,
                members -> {
                    members.format(FORMAT);
                    return read(members);
                },
                AgreementJson::write);
    }

    static ObjectNode write(ObjectNode node, Agreement agreement) {
        node.put("id", agreement.id()).put("version", agreement.version());
        node.set("parties", parties(agreement.parties()));
        node.set("purposes", Nodes.codes(agreement.purposes()));
        node.set("categories", Nodes.codes(agreement.categories()));
        return node.put("validFrom", agreement.validFrom().toString())
                .put("validUntil", agreement.validUntil().toString())
                .put("onwardAllowed", agreement.onwardAllowed())
                .put("retentionDays", agreement.retentionDays())
                .put("lawReference", agreement.lawReference());
    }

    static Agreement read(Members members) throws InvalidDocumentException {
        return new Agreement(
                members.text("id"),
                members.number("version"),
                members.object("parties", AgreementJson::parties),
                members.codes("purposes", Purpose.class),
                members.codes("categories", Category.class),
                members.instant("validFrom"),
                members.instant("validUntil"),
                members.flag("onwardAllowed"),
                members.number("retentionDays"),
                members.text("lawReference"));
    }

    private static ObjectNode parties(Parties parties) {
        return parties.fold(
                countries ->
                        Nodes.object().set("jurisdictions", Nodes.texts(countries.jurisdictions(), Jurisdiction::code)),
                agencies -> Nodes.object().set("agencies", Nodes.texts(agencies.ids(), AgencyId::value)));
    }

    private static Parties parties(Members members) throws InvalidDocumentException {
        return members.has("agencies")
                ? new Parties.Agencies(members.set("agencies", AgencyId::of))
                : new Parties.Countries(members.set("jurisdictions", Jurisdiction::of));
    }
}
