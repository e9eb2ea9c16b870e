package org.paivand.registry.json;

import java.time.Instant;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;

/** One item of {@code agreements.json}; its parties are either {@code countries} or {@code agencies}. */
final class AgreementJson {

    private AgreementJson() {}

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

    private static Parties parties(Members parties) {
        return parties.has("agencies")
                ? new Parties.Agencies(parties.texts("agencies", AgencyId::of))
                : new Parties.Countries(parties.texts("countries", Jurisdiction::of));
    }
}
