package org.paivand.wiring;

import java.time.Clock;
import java.util.function.Function;
import org.paivand.casefile.JointLinks;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.consent.ConsentBook;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.group.JointLinkDesk;
import org.paivand.group.JointLinkEnding;
import org.paivand.referral.LinkedOffer;
import org.paivand.registry.directory.Directories;
import org.paivand.release.JointConsent;

/** Cases of two controllers that belong together. */
final class Linking {
    final JointLinkEnding ending;
    final LinkedOffer.Links offers;

    private final Function<Transaction, JointLinks> links;
    private final JointConsent consent;
    private final PersonSeals seals;
    private final Sealing sealing;

    Linking(Stores stores, Directories directories, Sealing sealing) {
        this.links = stores.jointLinks;
        this.consent = new JointConsent(stores.cases, stores.consents, stores.continuity, directories);
        this.seals = new PersonSeals(sealing.keystore);
        this.sealing = sealing;
        this.ending = new JointLinkEnding(links, consent);
        this.offers = new LinkedOffer.Links(links, consent, seals);
    }

    JointLinkDesk desk(Database database, ConsentBook book, Clock clock) {
        return new JointLinkDesk(database, links, consent, book, seals, sealing.random, clock);
    }
}
