package org.paivand.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.paivand.audit.TestLog;
import org.paivand.audit.key.SigningStore;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.consent.ConsentBook;
import org.paivand.database.Transaction;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.journal.Actors;

/** A node of its own in a process of its own, which records a withdrawal and stays for ever at a step of it. */
public final class WithdrawingProcess {
    private WithdrawingProcess() {}

    /** Where it stays. */
    public enum Step {
        BEFORE_THE_MARK,
        BETWEEN_MARK_AND_COMMIT,
        AFTER_THE_COMMIT
    }

    /** Says that it is there, and waits to be killed. */
    private static final class Halt implements Transaction.Forerunner {
        @Override
        public void run() {
            System.out.println("REACHED");
            while (true) {
                LockSupport.park(this);
            }
        }

        @Override
        public void uncertain() {}
    }

    public static void main(String[] arguments) throws Exception {
        Path keystore = Path.of(arguments[2]);
        Settings settings = new TestNode.Place(
                        arguments[0],
                        arguments[1],
                        keystore,
                        Path.of(arguments[3]),
                        SigningStore.pkcs12(keystore, TestKeystores.password()),
                        Duration.ofHours(1))
                .settings(Settings.Witnessing.NONE, TestLog.ORIGIN, Optional.empty());
        CaseId caseId = new CaseId(UUID.fromString(arguments[4]));
        UUID consentId = UUID.fromString(arguments[5]);
        Step step = Step.valueOf(arguments[6]);
        Node node = new Node(settings, Rules.load(settings), Clock.systemUTC());
        Caller officer = TestNode.caller(Scene.POLICE, "officer-one", Role.REFERRER);
        node.database.commit(transaction -> {
            ConsentBook.Page page = node.consentBook.open(transaction, caseId, file -> true);
            if (step == Step.BEFORE_THE_MARK) {
                transaction.beforeCommit(new Halt());
            }
            ConsentBook.Change change = node.consentBook.write(
                    transaction,
                    page,
                    UUID.randomUUID(),
                    Actors.actor(officer, Role.REFERRER),
                    new ConsentEvent.Withdrawn(page.now(), consentId, Optional.empty()));
            if (step == Step.BETWEEN_MARK_AND_COMMIT) {
                transaction.beforeCommit(new Halt());
            }
            return change;
        });
        new Halt().run();
    }
}
