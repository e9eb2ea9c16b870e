package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.paivand.registry.directory.InvalidRegistryException;

/**
 * One item of {@code agreements.json}; its parties are {@code countries}, perhaps with {@code kinds}, or {@code agencies}. What
 * follows the law reference may be left out.
 */
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
                agreement.text("lawReference", Function.identity()),
                terms(agreement));
    }

    static ObjectNode node(Agreement agreement) {
        ObjectNode node = Nodes.object().put("id", agreement.id()).put("version", agreement.version());
        node.set("parties", parties(agreement.parties()));
        node.set("purposes", Nodes.codes(agreement.purposes()));
        node.set("categories", Nodes.codes(agreement.categories()));
        node.put("validFrom", agreement.validFrom().toString())
                .put("validUntil", agreement.validUntil().toString())
                .put("onwardAllowed", agreement.onwardAllowed())
                .put("retentionDays", agreement.retentionDays())
                .put("lawReference", agreement.lawReference());
        AgreementTerms terms = agreement.terms();
        Nodes.optionalArray(node, "ceilings", Nodes.objects(terms.ceilings().entrySet(), AgreementJson::ceiling));
        terms.recipientKinds().ifPresent(kinds -> node.set("recipientKinds", Nodes.codes(kinds)));
        Nodes.optionalObject(node, "handling", terms.evidenceUse(), AgreementJson::handling);
        Nodes.optionalObject(node, "lawfulBasis", terms.lawfulBasis(), AgreementJson::lawfulBasis);
        Nodes.optionalText(node, "documentSha256", terms.documentSha256(), Sha256::hex);
        return node;
    }

    private static ObjectNode ceiling(Map.Entry<Purpose, Set<Category>> line) {
        ObjectNode ceiling = Nodes.object().put("purpose", line.getKey().code());
        ceiling.set("categories", Nodes.codes(line.getValue()));
        return ceiling;
    }

    private static ObjectNode handling(EvidenceUse evidenceUse) {
        return Nodes.object().put("evidenceUse", evidenceUse.code()).put("immigrationUse", ImmigrationUse.NEVER.code());
    }

    private static ObjectNode lawfulBasis(LawfulBasis basis) {
        return Nodes.object().put("tg", basis.tg()).put("ru", basis.ru()).put("en", basis.en());
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
                agreement.has("recipientKinds")
                        ? Optional.of(agreement.texts("recipientKinds", AgencyKind::of))
                        : Optional.empty(),
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

    private static ObjectNode parties(Parties parties) {
        return parties.fold(
                AgreementJson::countries,
                kinds -> countries(kinds.countries()).set("kinds", Nodes.codes(kinds.kinds())),
                agencies -> Nodes.object().set("agencies", Nodes.texts(agencies.ids(), AgencyId::value)));
    }

    private static ObjectNode countries(Parties.Countries countries) {
        return Nodes.object().set("countries", Nodes.texts(countries.jurisdictions(), Jurisdiction::code));
    }
}
