package org.paivand.person;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.disclosure.AgencyId;
import org.paivand.person.Overview.Subject;

/** What a person can complain of: whoever keeps the case, whoever got something or may, and each of the newest deliveries. */
final class ComplaintSubjects {
    private static final int HANDLE_BYTES = 8;
    private static final int MOST_DELIVERIES = 20;

    private final PersonSeals seals;

    ComplaintSubjects(PersonSeals seals) {
        this.seals = seals;
    }

    List<Subject> of(CaseFile file, Set<AgencyId> permitted, List<Delivery> delivered) {
        Stream<AgencyId> agencies = Stream.concat(
                Stream.of(file.controller()),
                Stream.concat(permitted.stream(), delivered.stream().map(Delivery::recipient))
                        .distinct()
                        .filter(agency -> !agency.equals(file.controller()))
                        .sorted(java.util.Comparator.comparing(AgencyId::value)));
        Stream<Subject> ofAgencies =
                agencies.map(agency -> new Subject(handle(file.id(), agency.value()), agency, Optional.empty()));
        Stream<Subject> ofDeliveries = delivered.stream()
                .limit(MOST_DELIVERIES)
                .map(part -> new Subject(
                        handle(file.id(), part.recipient().value() + " " + part.event()),
                        part.recipient(),
                        Optional.of(part)));
        return Stream.concat(ofAgencies, ofDeliveries).collect(Collectors.toList());
    }

    private String handle(CaseId caseId, String subject) {
        byte[] seal = seals.seal(PersonSeals.Of.SUBJECT, (caseId + " " + subject).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(seal, HANDLE_BYTES));
    }
}
