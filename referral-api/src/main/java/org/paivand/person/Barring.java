package org.paivand.person;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.person.Overview.Choice;
import org.paivand.registry.directory.Directories;

/** Makes the safety-critical refusal of one agency, or of one worker of it, that the person wrote by code or told an officer. */
public final class Barring {
    /** A refusal lasts until it is taken back whatever its end says; every grant has to say one. */
    private static final Duration NOMINAL = Duration.ofDays(3652);

    private final Directories directories;

    public Barring(Directories directories) {
        this.directories = directories;
    }

    /** Empty for a case in which no notice was shown to the person yet. */
    Optional<ConsentEvent> refusal(Page page, Choice choice) {
        return refusal(page, choice, UUID.randomUUID(), Optional.empty());
    }

    /**
     * The same.
     *
     * @param recordedBy pseudonym of the officer who was told
     */
    Optional<ConsentEvent> refusal(Page page, Choice choice, UUID id, Optional<String> recordedBy) {
        Optional<Party> controller =
                directories.current().agency(page.file().controller()).map(known -> known.party());
        return controller.flatMap(party -> notice(page)
                .map(notice -> new ConsentEvent.Given(
                        page.now(), record(page, id, party, notice, recordedBy, grant(page, choice)))));
    }

    private static Optional<Notice> notice(Page page) {
        return page.history().events().stream()
                .flatMap(event ->
                        event instanceof ConsentEvent.Given given ? Stream.of(given.consent()) : Stream.empty())
                .map(ConsentRecord::notice)
                .reduce((older, newer) -> newer);
    }

    private static Grant grant(Page page, Choice choice) {
        return new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                Purpose.ASSISTANCE,
                EnumSet.allOf(Category.class),
                choice.worker()
                        .<Recipient>map(known -> new Recipient.OneWorker(known.agency(), known.worker()))
                        .orElseGet(() -> new Recipient.ExactAgency(choice.agency())),
                Set.of(Action.SHARE, Action.ONWARD),
                page.now(),
                page.now().plus(NOMINAL),
                true);
    }

    /** Nobody was there to see how it was written, so nothing is claimed of that. */
    private static ConsentRecord record(
            Page page, UUID id, Party controller, Notice notice, Optional<String> recordedBy, Grant grant) {
        return new ConsentRecord(
                id,
                1,
                page.history().caseRef(),
                notice,
                controller,
                controller.jurisdiction(),
                "in-person",
                Form.WRITTEN,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                recordedBy,
                GivenBy.subject(),
                true,
                List.of(grant));
    }
}
