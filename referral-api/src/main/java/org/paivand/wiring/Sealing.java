package org.paivand.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import org.paivand.audit.jdbc.JdbcEntries;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.casefile.key.ConsentMarks;
import org.paivand.casefile.key.DayKeys;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.casefile.key.FileCaseKeys;
import org.paivand.casefile.key.KeyRotation;
import org.paivand.casefile.key.Keystore;
import org.paivand.casefile.key.KeystoreWrapping;
import org.paivand.casefile.key.UnusableKeystoreException;
import org.paivand.casefile.key.YearKeys;
import org.paivand.entry.Vault;
import org.paivand.journal.Journal;

/** The node's own keys, and what they seal. */
final class Sealing {
    final Keystore keystore;
    final FileCaseKeys caseKeys;
    final ConsentMarks marks;
    final YearKeys yearKeys;
    final DayKeys dayKeys;
    final CaseTokens tokens;
    final EvidenceVault evidence;
    final Vault vault;
    final CaseContents contents;
    final Journal journal;
    final KeyRotation rotation;
    final SecureRandom random = new SecureRandom();

    Sealing(Settings settings, Clock clock) throws UnusableKeystoreException, CaseKeyException {
        this.keystore =
                Keystore.load(settings.keystore(), settings.keystorePassword().toCharArray());
        this.caseKeys = new FileCaseKeys(settings.caseKeys(), KeystoreWrapping.master(keystore));
        this.marks = new ConsentMarks(settings.caseKeys());
        this.yearKeys = new YearKeys(settings.caseKeys(), KeystoreWrapping.evidence(keystore));
        this.dayKeys = new DayKeys(settings.caseKeys(), KeystoreWrapping.master(keystore));
        this.rotation = new KeyRotation(keystore, caseKeys, yearKeys, dayKeys);
        this.tokens = new CaseTokens(keystore);
        this.evidence = new EvidenceVault(keystore, yearKeys);
        this.vault = new EvidenceRecords(evidence, clock);
        this.contents = new CaseContents(caseKeys);
        this.journal = new Journal(new JdbcEntries(vault), tokens, random);
    }
}
