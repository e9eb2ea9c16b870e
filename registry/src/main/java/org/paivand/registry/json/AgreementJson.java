package org.paivand.registry.json;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.ImmigrationUse;
import org.paivand.disclosure.policy.LawfulBasis;
import org.paivand.disclosure.policy.Parties;

/**
 * One item of {@code agreements.json}; its parties are {@code countries}, perhaps with {@code kinds}, or {@code agencies}. What
 * follows the law reference may be left out.
 */
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
                agreement.text("lawReference", Function.identity()),
                terms(agreement));
    }

    private static Parties parties(Members parties) {
        if (parties.has("agencies")) {
            return new Parties.Agencies(parties.texts("agencies", AgencyId::of));
        }
        Parties.Countries countries = new Parties.Countries(parties.texts("countries", Jurisdiction::of));
        return parties.has("kinds") ? new Parties.Kinds(countries, parties.texts("kinds", AgencyKind::of)) : countries;
    }

    private static AgreementTerms terms(Members agreement) {
        return new AgreementTerms(
                agreement.has("ceilings") ? ceilings(agreement.objects("ceilings", AgreementJson::ceiling)) : Map.of(),
                agreement.optionalTexts("recipientKinds", AgencyKind::of),
                agreement.optionalObject("handling", AgreementJson::evidenceUse),
                agreement.optionalObject("lawfulBasis", AgreementJson::lawfulBasis),
                agreement.optionalText("documentSha256", Sha256::of));
    }

    private record Ceiling(Purpose purpose, Set<Category> categories) {}

    private static Ceiling ceiling(Members ceiling) {
        return new Ceiling(ceiling.text("purpose", Purpose::of), ceiling.texts("categories", Category::of));
    }

    private static Map<Purpose, Set<Category>> ceilings(List<Ceiling> lines) {
        Map<Purpose, Set<Category>> ceilings = new EnumMap<>(Purpose.class);
        for (Ceiling line : lines) {
            if (ceilings.put(line.purpose(), line.categories()) != null) {
                throw new IllegalArgumentException("a purpose has two ceilings");
            }
        }
        return ceilings;
    }

    private static EvidenceUse evidenceUse(Members handling) {
        handling.text("immigrationUse", ImmigrationUse::of);
        return handling.text("evidenceUse", EvidenceUse::of);
    }

    private static LawfulBasis lawfulBasis(Members basis) {
        return new LawfulBasis(
                basis.text("tg", Function.identity()),
                basis.text("ru", Function.identity()),
                basis.text("en", Function.identity()));
    }
}
