package org.paivand.agreement.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.Parties;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Instants;

/** Makes agreements of what was sent; all that the contract asks is checked before a version is known. */
final class AgreementParser {
    private static final int MAX_PARTIES = 50;
    private static final int MAX_RETENTION_DAYS = 36_500;
    private static final int MAX_LAW_REFERENCE = 200;
    private static final Pattern LINE = Pattern.compile("[^\\x00-\\x1F\\x7F]+");

    private AgreementParser() {}

    /** @throws ProblemException {@code invalid-request}, naming the member */
    static IntFunction<Agreement> draft(NewAgreement body) {
        String id = Codes.text("/agreementId", body.agreementId(), text -> Canonical.code(text, "agreement id"));
        Parties parties = parties(body.parties());
        Set<Purpose> purposes = set("/purposes", body.purposes(), Purpose.values().length, Purpose::of);
        Set<Category> categories = set("/categories", body.categories(), Category.values().length, Category::of);
        Instant from = Instants.of("/validFrom", body.validFrom());
        Instant until = Instants.of("/validUntil", body.validUntil());
        if (!from.isBefore(until)) {
            throw ProblemException.invalid("/validUntil", "contradiction");
        }
        if (body.retentionDays() < 1 || body.retentionDays() > MAX_RETENTION_DAYS) {
            throw ProblemException.invalid("/retentionDays", "out-of-range");
        }
        String law = Codes.text("/lawReference", body.lawReference(), text -> line(text, MAX_LAW_REFERENCE));
        AgreementTerms terms = new TermsParser(parties, purposes, categories).terms(body);
        return version -> new Agreement(
                id,
                version,
                parties,
                purposes,
                categories,
                from,
                until,
                body.onwardAllowed(),
                body.retentionDays(),
                law,
                terms);
    }

    private static Parties parties(PartiesMember parties) {
        if (parties.countries().isPresent() == parties.agencies().isPresent()) {
            throw ProblemException.invalid("/parties", parties.agencies().isPresent() ? "contradiction" : "required");
        }
        if (parties.countries().isPresent()) {
            return ofCountries(
                    new Parties.Countries(
                            set("/parties/countries", parties.countries().get(), MAX_PARTIES, Jurisdiction::of)),
                    parties.kinds());
        }
        if (parties.kinds().isPresent()) {
            throw ProblemException.invalid("/parties", "contradiction");
        }
        Set<AgencyId> agencies = set("/parties/agencies", parties.agencies().orElseThrow(), MAX_PARTIES, AgencyId::of);
        if (agencies.size() < 2) {
            throw ProblemException.invalid("/parties/agencies", "too-few");
        }
        return new Parties.Agencies(agencies);
    }

    private static Parties ofCountries(Parties.Countries countries, Optional<List<String>> kinds) {
        return kinds.<Parties>map(codes -> new Parties.Kinds(
                        countries, set("/parties/kinds", codes, AgencyKind.values().length, AgencyKind::of)))
                .orElse(countries);
    }

    private static <T> Set<T> set(String pointer, List<String> texts, int most, Function<String, T> parser) {
        return new HashSet<>(Codes.all(pointer, texts, most, parser));
    }

    /** One line that survives UTF-8: a lone surrogate would be kept as another text than was sent. */
    static String line(String text, int most) {
        if (text.isBlank()
                || text.length() > most
                || !LINE.matcher(text).matches()
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("not one line of text");
        }
        return text;
    }
}
