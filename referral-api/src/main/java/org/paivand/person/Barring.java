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
import org.paivand.disclosure.AgencyId;
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
import org.paivand.registry.directory.Directories;

/** Makes the safety-critical refusal of one agency that the person wrote by code. */
public final class Barring {
    /** A refusal lasts until it is taken back whatever its end says; every grant has to say one. */
    private static final Duration NOMINAL = Duration.ofDays(3652);

    private final Directories directories;

    public Barring(Directories directories) {
        this.directories = directories;
    }

    /** Empty for a case in which no notice was shown to the person yet. */
    Optional<ConsentEvent> refusal(Page page, AgencyId agency) {
        Optional<Party> controller =
                directories.current().agency(page.file().controller()).map(known -> known.party());
        return controller.flatMap(party -> notice(page)
                .map(notice -> new ConsentEvent.Given(page.now(), record(page, party, notice, grant(page, agency)))));
    }

    private static Optional<Notice> notice(Page page) {
        return page.history().events().stream()
                .flatMap(event ->
                        event instanceof ConsentEvent.Given given ? Stream.of(given.consent()) : Stream.empty())
                .map(ConsentRecord::notice)
                .reduce((older, newer) -> newer);
    }

    private static Grant grant(Page page, AgencyId agency) {
        return new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                Purpose.ASSISTANCE,
                EnumSet.allOf(Category.class),
                new Recipient.ExactAgency(agency),
                Set.of(Action.SHARE, Action.ONWARD),
                page.now(),
                page.now().plus(NOMINAL),
                true);
    }

    /** Nobody was there to see how it was written, so nothing is claimed of that. */
    private static ConsentRecord record(Page page, Party controller, Notice notice, Grant grant) {
        return new ConsentRecord(
                UUID.randomUUID(),
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
                Optional.empty(),
                GivenBy.subject(),
                true,
                List.of(grant));
    }
}
