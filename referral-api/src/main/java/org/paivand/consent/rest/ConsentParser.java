package org.paivand.consent.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.paivand.caller.Caller;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;
import org.paivand.notice.NoticeText;
import org.paivand.notice.NoticeTexts;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.rest.Codes;

/** The wire's consent becomes a record of the domain here, or is refused at the member that is wrong. */
final class ConsentParser {
    private static final int MAX_GRANTS = 50;

    private final Directory directory;
    private final NoticeTexts notices;
    private final Caller caller;
    private final Instant now;

    ConsentParser(Directory directory, NoticeTexts notices, Caller caller, Instant now) {
        this.directory = directory;
        this.notices = notices;
        this.caller = caller;
        this.now = now;
    }

    /** Everything but the ids, which come with storing it. */
    ConsentRecord record(NewConsent body, UUID id, UUID caseAlias) {
        Party controller = party("/controller", caller.agency());
        if (!body.notConditional()) {
            throw ProblemException.invalid("/notConditional", "not-in-list");
        }
        Optional<Party> witness =
                body.witness().map(agency -> party("/witness", Codes.text("/witness", agency, AgencyId::of)));
        if (witness.filter(party -> party.agency().equals(caller.agency())).isPresent()) {
            throw ProblemException.invalid("/witness", "contradiction");
        }
        return contradictionFree(
                "",
                () -> new ConsentRecord(
                        id,
                        1,
                        caseAlias,
                        notice(body.notice()),
                        controller,
                        controller.jurisdiction(),
                        body.withdrawalMethod(),
                        Codes.of("/form", body.form(), Form::of),
                        body.spokenAlone(),
                        body.inCustody(),
                        body.capacityConcern(),
                        witness,
                        body.evidenceSha256().map(hex -> Codes.text("/evidenceSha256", hex, Sha256::of)),
                        Optional.of(caller.user()),
                        giver(body.givenBy()),
                        true,
                        grants(body.grants())));
    }

    /** Only what can be shown again, to the letter, can have been shown. */
    private Notice notice(NewConsent.Notice notice) {
        Sha256 sha256 = Codes.text("/notice/sha256", notice.sha256(), Sha256::of);
        NoticeText shown = notices.find(notice.id(), notice.version(), notice.language())
                .orElseThrow(() -> ProblemException.invalid("/notice", "not-in-list"));
        if (!shown.sha256().equals(sha256)) {
            throw ProblemException.invalid("/notice/sha256", "contradiction");
        }
        return contradictionFree(
                "/notice",
                () -> new Notice(
                        notice.id(),
                        notice.version(),
                        sha256,
                        notice.language(),
                        notice.interpreter()
                                .map(who -> new Notice.Interpreter(who.pseudonym(), who.noRelationDeclared()))));
    }

    private GivenBy giver(NewConsent.Giver giver) {
        if (giver.until().filter(until -> !until.isAfter(now)).isPresent()) {
            throw ProblemException.invalid("/givenBy/until", "in-the-past");
        }
        boolean representing = giver.mandate().isPresent() || giver.until().isPresent();
        if (giver.role().equals(Role.SUBJECT.code()) && representing) {
            throw ProblemException.invalid("/givenBy", "contradiction");
        }
        return contradictionFree(
                "/givenBy",
                () -> new GivenBy(
                        Codes.of("/givenBy/role", giver.role(), Role::of),
                        giver.mandate(),
                        giver.until(),
                        giver.childAssent()
                                .map(assent -> Codes.of("/givenBy/childAssent", assent, ChildAssent::of))
                                .orElse(ChildAssent.NOT_ASKED)));
    }

    private List<Grant> grants(List<NewConsent.NewGrant> wanted) {
        if (wanted.isEmpty() || wanted.size() > MAX_GRANTS) {
            throw ProblemException.invalid("/grants", wanted.isEmpty() ? "too-few" : "too-many");
        }
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            grants.add(grant("/grants/" + i, wanted.get(i)));
        }
        return grants;
    }

    private Grant grant(String pointer, NewConsent.NewGrant grant) {
        if (!grant.notAfter().isAfter(now)) {
            throw ProblemException.invalid(pointer + "/notAfter", "in-the-past");
        }
        return contradictionFree(
                pointer,
                () -> new Grant(
                        UUID.randomUUID(),
                        Codes.of(pointer + "/effect", grant.effect(), Effect::of),
                        Codes.of(pointer + "/purpose", grant.purpose(), Purpose::of),
                        Set.copyOf(Codes.all(pointer + "/categories", grant.categories(), 13, Category::of)),
                        recipient(pointer + "/recipient", grant.recipient()),
                        Set.copyOf(Codes.all(pointer + "/actions", grant.actions(), 2, Action::of)),
                        grant.notBefore().orElse(now),
                        grant.notAfter(),
                        grant.safetyCritical()));
    }

    private Recipient recipient(String pointer, NewConsent.Recipient recipient) {
        boolean listed = recipient.kind().isPresent()
                && recipient.jurisdiction().isPresent()
                && recipient.listed().isPresent();
        boolean anyListed = recipient.kind().isPresent()
                || recipient.jurisdiction().isPresent()
                || recipient.listed().isPresent();
        if (recipient.agency().isPresent() && !anyListed) {
            return new Recipient.ExactAgency(
                    known(pointer + "/agency", recipient.agency().get()).id());
        }
        if (recipient.agency().isPresent() || !listed) {
            throw ProblemException.invalid(pointer, "contradiction");
        }
        List<AgencyId> agencies = Codes.all(
                pointer + "/listed",
                recipient.listed().get(),
                MAX_GRANTS,
                agency -> known(agency).id());
        Recipient.KindWithin kind = new Recipient.KindWithin(
                Codes.of(pointer + "/kind", recipient.kind().get(), AgencyKind::of),
                Codes.text(pointer + "/jurisdiction", recipient.jurisdiction().get(), Jurisdiction::of),
                Set.copyOf(agencies));
        for (int i = 0; i < agencies.size(); i++) {
            if (!kind.permits(party(pointer, agencies.get(i)))) {
                throw ProblemException.invalid(pointer + "/listed/" + i, "contradiction");
            }
        }
        return kind;
    }

    private Agency known(String pointer, String agency) {
        return Codes.of(pointer, agency, this::known);
    }

    private Agency known(String agency) {
        return directory
                .agency(new AgencyId(agency))
                .orElseThrow(() -> new IllegalArgumentException("not an agency of the registry"));
    }

    private Party party(String pointer, AgencyId agency) {
        return known(pointer, agency.value()).party();
    }

    private static <T> T contradictionFree(String pointer, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw ProblemException.invalid(pointer, "contradiction");
        }
    }
}
