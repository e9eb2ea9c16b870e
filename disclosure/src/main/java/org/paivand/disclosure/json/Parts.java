package org.paivand.disclosure.json;

import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;

/** Readers of parts that several formats share. */
final class Parts {
    private Parts() {}

    static Party party(Members members) throws InvalidDocumentException {
        return new Party(
                members.value("agency", AgencyId::of),
                members.code("kind", AgencyKind.class),
                members.value("jurisdiction", Jurisdiction::of));
    }
}
