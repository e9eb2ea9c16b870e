package org.paivand.person.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.complaint.Complaint;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.person.Agreed;
import org.paivand.person.Overview.Choice;
import org.paivand.person.Overview.Subject;
import org.paivand.person.ToldOutside;
import org.paivand.registry.directory.Directory;

/**
 * Codes in words that tell a stranger little: where somebody is or goes, what happened to them and whether they speak with the
 * police each share their words with something harmless (docs/decisions/0027).
 */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private final PageTexts texts;
    private final Directory directory;
    private final ZoneId zone;

    Words(PageTexts texts, Directory directory, ZoneId zone) {
        this.texts = texts;
        this.directory = directory;
        this.zone = zone;
    }

    /** Its name, unless nobody may know where it is, or its very name tells what all this is about: then neither name nor region. */
    String agency(AgencyId id) {
        return directory
                .agency(id)
                .filter(agency -> !agency.confidentialLocation() && agency.kind() != AgencyKind.COMMISSION)
                .map(agency -> texts.language().of(agency.name()))
                .orElseGet(() -> texts.of("confidential"));
    }

    /** One of its workers is told from the others only by the time of the assignment. */
    String choice(Choice choice) {
        return choice.worker()
                .map(worker ->
                        one(agency(choice.agency())) + ", " + texts.of("bar.since") + " " + moment(worker.since()))
                .orElseGet(() -> agency(choice.agency()));
    }

    /** An agency, or what it received, by when. */
    String subject(Subject subject) {
        return subject.delivery()
                .map(part -> agency(subject.agency()) + ", " + moment(part.at()))
                .orElseGet(() -> agency(subject.agency()));
    }

    String topic(ComplaintTopic topic) {
        return texts.of("topic." + topic.code());
    }

    String channel(OutOfBandChannel channel) {
        return texts.of("told." + channel.code());
    }

    /** The agency; of anybody else the kind alone. */
    String told(ToldOutside part) {
        return part.recipient()
                .map(this::agency)
                .orElseGet(() -> part.outsider()
                        .map(kind -> texts.of("outsider." + kind.code()))
                        .orElseThrow());
    }

    /** Whether it waits, or what was found. */
    String answered(Complaint complaint) {
        return complaint
                .answer()
                .map(answer -> texts.of("outcome." + answer.outcome().code()) + ", " + day(answer.at()))
                .orElseGet(() -> texts.of("complain.waits"));
    }

    String refused(Agreed part) {
        return part.oneWorker() ? one(agencies(part.recipients())) : agencies(part.recipients());
    }

    private String one(String agency) {
        return texts.of("bar.worker") + ": " + agency;
    }

    String agencies(Set<AgencyId> ids) {
        return joined(ids.stream().map(this::agency).collect(Collectors.toList()));
    }

    String details(Set<Category> categories) {
        return categories.isEmpty()
                ? texts.of("status.everything")
                : joined(categories.stream()
                        .sorted()
                        .map(category -> texts.of("details." + key(category)))
                        .collect(Collectors.toList()));
    }

    private static String joined(Collection<String> words) {
        return words.stream().distinct().collect(Collectors.joining("; "));
    }

    String purpose(Purpose purpose) {
        return texts.of("purpose." + key(purpose));
    }

    String state(Agreed part) {
        return texts.of("state." + (part.refusal() ? "refused" : part.status().code()));
    }

    String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    private static String key(Category category) {
        return switch (category) {
            case SERVICE_REQUEST -> "request";
            case IDENTITY -> "personal";
            case CONTACT -> "contact";
            case WHEREABOUTS, TRAVEL, SAFETY -> "practical";
            case HEALTH -> "health";
            case EXPERIENCE -> "background";
            case LEGAL -> "papers";
            case FAMILY -> "family";
            case GUARDIAN -> "representative";
            case MESSAGE -> "messages";
            case FEEDBACK -> "feedback";
        };
    }

    private static String key(Purpose purpose) {
        return switch (purpose) {
            case ASSISTANCE, SHELTER_PLACEMENT, RETURN, PROTECTION, FAMILY_TRACING -> "support";
            case MEDICAL_CARE -> "health";
            case LEGAL_AID -> "advice";
            case INVESTIGATION, PROSECUTION, STATUTORY_STATUS -> "official";
            case STATISTICS -> "statistics";
        };
    }
}
