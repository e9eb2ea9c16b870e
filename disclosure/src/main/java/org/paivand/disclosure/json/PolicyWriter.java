package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.paivand.disclosure.policy.BasisRules;
import org.paivand.disclosure.policy.BreakGlassRules;
import org.paivand.disclosure.policy.ConsentRules;
import org.paivand.disclosure.policy.Duty;
import org.paivand.disclosure.policy.Policy;
import org.paivand.disclosure.policy.ReflectionRules;

/** Writes a policy; the members are listed in FORMATS.md. */
final class PolicyWriter {
    static final String FORMAT = "paivand-policy/v1";

    /** The same with one more member; a policy without masks has the first form, so that each has one. */
    static final String WITH_MASKS = "paivand-policy/v2";

    /** With one more again, and masks if there are any. */
    static final String WITH_ACCREDITATIONS = "paivand-policy/v3";

    private PolicyWriter() {}

    /** The one form in which such a policy is written. */
    static String format(boolean masks, boolean accreditations) {
        if (accreditations) {
            return WITH_ACCREDITATIONS;
        }
        return masks ? WITH_MASKS : FORMAT;
    }

    static byte[] write(Policy policy) {
        ObjectNode node = Nodes.document(format(
                        !policy.masks().isEmpty(), !policy.accreditations().isEmpty()))
                .put("version", policy.version())
                .put("jurisdiction", policy.jurisdiction().code());
        node.set("stages", Nodes.codeMap(policy.stages()));
        node.set("handling", Nodes.codeMap(policy.handling()));
        ObjectNode retention = Nodes.object();
        policy.retentionDays().forEach((code, days) -> retention.put(code.code(), days));
        node.set("retentionDays", retention);
        node.set("consent", consent(policy.consent()));
        node.set("reflection", reflection(policy.reflection()));
        node.set("breakGlass", breakGlass(policy.breakGlass()));
        node.set("duties", Nodes.objects(policy.duties(), PolicyWriter::duty));
        ObjectNode bases = Nodes.object();
        policy.bases().forEach((type, rules) -> bases.set(type.code(), basis(rules)));
        node.set("bases", bases);
        node.set("writeCeilings", Nodes.codeSets(policy.writeCeilings()));
        ObjectNode ceilings = Nodes.object();
        policy.ceilings().forEach((purpose, byKind) -> ceilings.set(purpose.code(), Nodes.codeSets(byKind)));
        node.set("ceilings", ceilings);
        if (!policy.masks().isEmpty()) {
            ObjectNode masks = Nodes.object();
            policy.masks().forEach((mask, to) -> masks.set(mask.code(), Nodes.codeSets(to)));
            node.set("masks", masks);
        }
        if (!policy.accreditations().isEmpty()) {
            ObjectNode accreditations = Nodes.object();
            policy.accreditations().forEach((role, certificate) -> accreditations.put(role.code(), certificate));
            node.set("accreditations", accreditations);
        }
        return StrictJson.lined(node);
    }

    private static ObjectNode consent(ConsentRules rules) {
        ObjectNode node = Nodes.object().put("oralPhoneHours", rules.oralPhoneHours());
        node.set("oralPhoneCategories", Nodes.codes(rules.oralPhoneCategories()));
        node.set("guardedPurposes", Nodes.codes(rules.guardedPurposes()));
        node.set("guardedKinds", Nodes.codes(rules.guardedKinds()));
        node.set("namedOnlyKinds", Nodes.codes(rules.namedOnlyKinds()));
        node.set("witnessedRecorders", Nodes.codes(rules.witnessedRecorders()));
        return node.set("nonStateKinds", Nodes.codes(rules.nonStateKinds()));
    }

    private static ObjectNode reflection(ReflectionRules rules) {
        ObjectNode node = Nodes.object().put("days", rules.days());
        node.set("investigators", Nodes.codes(rules.investigators()));
        return node.set("purposes", Nodes.codes(rules.purposes()));
    }

    private static ObjectNode breakGlass(BreakGlassRules rules) {
        ObjectNode node = Nodes.object();
        node.set("categories", Nodes.codes(rules.categories()));
        node.set("purposes", Nodes.codes(rules.purposes()));
        return node.put("maximumMinutes", rules.maximumMinutes()).put("reviewHours", rules.reviewHours());
    }

    private static ObjectNode duty(Duty duty) {
        ObjectNode node = Nodes.object()
                .put("code", duty.code())
                .put("law", duty.law())
                .put("to", duty.to().code());
        node.set("purposes", Nodes.codes(duty.purposes()));
        node.set("categories", Nodes.codes(duty.categories()));
        return node.put("identityNamedByLaw", duty.identityNamedByLaw());
    }

    private static ObjectNode basis(BasisRules rules) {
        return Nodes.object()
                .put("worker", rules.worker().code())
                .put("agreement", rules.agreement().code())
                .put("acceptance", rules.acceptance())
                .put("reflection", rules.reflection())
                .put("protectionFear", rules.protectionFear())
                .put("consulates", rules.consulates());
    }
}
