package org.paivand.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.casefile.section.Urgency;
import org.paivand.contact.ContactDesk;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.entry.LogState;
import org.paivand.intake.Letterbox;
import org.paivand.intake.Letters;
import org.paivand.intake.Receiver;
import org.paivand.intake.Sources;
import org.paivand.intake.SubmissionDesk;
import org.paivand.intake.SubmissionRound;
import org.paivand.intake.Submissions;
import org.paivand.intake.Unsending;
import org.paivand.intake.jdbc.JdbcSubmissions;
import org.paivand.lease.Rounds;
import org.paivand.notification.jdbc.JdbcNotifications;
import org.paivand.person.Holder;
import org.paivand.person.PersonCode;
import org.paivand.person.Tickets;
import org.paivand.person.WritingDesk;
import org.paivand.person.jdbc.JdbcPersonCodes;
import org.paivand.registry.directory.Directories;

/** What people write before there is a case, and what becomes of it. */
final class Intake implements AutoCloseable {
    final Function<Transaction, Submissions> submissions = JdbcSubmissions::new;
    final Receiver receiver;
    final SubmissionDesk desk;
    final WritingDesk writing;
    final Unsending unsending;
    final SubmissionRound round;

    private final Rounds rounds;

    /** Not started yet. */
    Intake(
            Settings settings,
            Database database,
            Directories directories,
            Sealing sealing,
            CaseDesk cases,
            ContactDesk contacts,
            LogState log,
            Clock clock) {
        Settings.Form form = settings.form();
        Function<Urgency, Duration> respondWithin = settings.respondWithin()::period;
        Letters letters = new Letters(sealing.dayKeys);
        PersonSeals seals = new PersonSeals(sealing.keystore);
        this.receiver = new Receiver(directories, form.agency());
        this.desk = new SubmissionDesk(
                database,
                submissions,
                letters,
                cases,
                sealing.contents,
                contacts,
                (transaction, caseId, number, now) -> new JdbcPersonCodes(transaction)
                        .add(
                                new PersonCode(number.id(), caseId, Holder.SUBJECT, PersonCode.Opens.STATUS),
                                number.seal(),
                                now),
                sealing.journal,
                log,
                new SubmissionDesk.Times(respondWithin.apply(Urgency.NORMAL), form.keepDiscarded()),
                clock);
        this.writing = new WritingDesk(
                new Letterbox(
                        database,
                        submissions,
                        JdbcNotifications::new,
                        letters,
                        respondWithin,
                        new Letterbox.Limits(form.perHour(), form.open(), form.keep())),
                Tickets.ofForms(seals),
                seals,
                new Sources(form.perSource(), sealing.random));
        this.unsending = new Unsending(submissions, letters, sealing.journal, clock);
        this.round = new SubmissionRound(database, submissions, letters, form.keep(), clock);
        this.rounds = new Rounds("submissions", settings.keeping().checkEvery(), round::make);
    }

    void start() {
        rounds.start();
    }

    @Override
    public void close() {
        rounds.close();
    }
}
