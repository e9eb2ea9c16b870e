package org.paivand.registry.agency;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Region;

/**
 * An organisation that refers or receives (HSDS 3 {@code organization}).
 *
 * @param jurisdiction the country whose law binds the agency, not where its office stands: a consulate keeps its own
 * @param confidentialLocation nobody may publish where the agency is; {@code region} is then the most anyone sees
 * @param region where the agency works; absent if it works in the whole country. Only a consulate's may lie abroad
 * @param parent the agency it is a part of; gives it neither rights nor duties
 * @param phones up to 10, that everybody may call
 * @param website http or https
 * @param accreditations also those that ended: past decisions may rest on them
 * @param host the agency that answers for this one, which has no software, by calling it back
 */
public record Agency(
        AgencyId id,
        AgencyKind kind,
        Jurisdiction jurisdiction,
        Trilingual name,
        Sector sector,
        boolean confidentialLocation,
        Optional<Region> region,
        Optional<ReportingDuty> reportingDuty,
        Standing standing,
        Optional<AgencyId> parent,
        List<Phone> phones,
        Optional<URI> website,
        List<Accreditation> accreditations,
        Optional<AgencyId> host) {

    private static final int MAX_PHONES = 10;
    private static final int MAX_ACCREDITATIONS = 100;

    public Agency {
        phones = List.copyOf(phones);
        accreditations = List.copyOf(accreditations);
        if (kind != AgencyKind.CONSULATE
                && region.filter(r -> !r.country().equals(jurisdiction.code())).isPresent()) {
            throw new IllegalArgumentException("only a consulate works outside its jurisdiction");
        }
        if (reportingDuty.filter(duty -> duty.to().equals(id)).isPresent()) {
            throw new IllegalArgumentException("an agency doesn't report to itself");
        }
        if (parent.filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("an agency isn't a part of itself");
        }
        if (host.filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("an agency isn't its own host");
        }
        if (host.isPresent() && phones.isEmpty()) {
            throw new IllegalArgumentException("who has a host needs a telephone to be called back at");
        }
        if (accreditations.stream().anyMatch(a -> a.issuer().equals(id))) {
            throw new IllegalArgumentException("an agency doesn't accredit itself");
        }
        if (phones.size() > MAX_PHONES || accreditations.size() > MAX_ACCREDITATIONS) {
            throw new IllegalArgumentException("an agency has up to 10 telephones and 100 accreditations");
        }
        if (new HashSet<>(accreditations).size() < accreditations.size()) {
            throw new IllegalArgumentException("an accreditation is there twice");
        }
        website.ifPresent(Websites::require);
    }

    /** An agency that answers for itself. */
    public Agency(
            AgencyId id,
            AgencyKind kind,
            Jurisdiction jurisdiction,
            Trilingual name,
            Sector sector,
            boolean confidentialLocation,
            Optional<Region> region,
            Optional<ReportingDuty> reportingDuty,
            Standing standing,
            Optional<AgencyId> parent,
            List<Phone> phones,
            Optional<URI> website,
            List<Accreditation> accreditations) {
        this(
                id,
                kind,
                jurisdiction,
                name,
                sector,
                confidentialLocation,
                region,
                reportingDuty,
                standing,
                parent,
                phones,
                website,
                accreditations,
                Optional.empty());
    }

    /** The agency as decisions and the log see it. */
    public Party party() {
        return new Party(id, kind, jurisdiction);
    }

    public boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    /** Whether a certificate of that code is valid at that instant. */
    public boolean accredited(String certificate, Instant now) {
        return accreditations.stream().anyMatch(a -> a.certificate().equals(certificate) && a.valid(now));
    }

    public Agency with(Standing changed) {
        return new Agency(
                id,
                kind,
                jurisdiction,
                name,
                sector,
                confidentialLocation,
                region,
                reportingDuty,
                changed,
                parent,
                phones,
                website,
                accreditations,
                host);
    }
}
