package org.paivand.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.paivand.database.Database;
import org.paivand.database.Times;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.notice.InvalidNoticeException;
import org.paivand.notice.NoticeFolder;
import org.paivand.notice.NoticeTexts;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.RegistryReader;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.release.PolicyInForce;

/** The registry, the policy and the notices a node starts with; one that is wrong anywhere keeps it from starting. */
public record Rules(Directory directory, PolicyDocument document, NoticeTexts notices) {

    public static Rules load(Settings settings)
            throws IOException, InvalidDocumentException, InvalidRegistryException, InvalidNoticeException {
        Directory directory =
                settings.registry().isPresent() ? read(settings.registry().get()) : SampleDirectory.load();
        PolicyDocument document = settings.policy().isPresent()
                ? PolicyDocument.parse(Files.readAllBytes(settings.policy().get()))
                : PolicyDocument.tajikistan();
        return new Rules(
                directory, document, NoticeFolder.load(settings.person().notices()));
    }

    public PolicyInForce policy() {
        return new PolicyInForce(document.policy(), document.sha256());
    }

    private static Directory read(Path folder) throws IOException, InvalidRegistryException {
        try (InputStream agencies = Files.newInputStream(folder.resolve("agencies.json"));
                InputStream services = Files.newInputStream(folder.resolve("services.json"));
                InputStream agreements = Files.newInputStream(folder.resolve("agreements.json"))) {
            return RegistryReader.read(agencies, services, agreements);
        }
    }

    /** Keeps the policy's bytes for every replay, and logs that it is in force from now; once for each policy. */
    void proclaim(Database database, Journal journal, AgencyId operator, InstantSource clock) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            Instant now = clock.instant();
            try (PreparedStatement insert = transaction
                    .connection()
                    .prepareStatement("INSERT IGNORE INTO paivand_log.policy (sha256, body, at) VALUES (?, ?, ?)")) {
                insert.setBytes(1, HexFormat.of().parseHex(document.sha256().hex()));
                insert.setString(2, new String(document.bytes(), StandardCharsets.UTF_8));
                insert.setObject(3, Times.column(now));
                if (insert.executeUpdate() == 0) {
                    return false;
                }
            }
            Actor node = new Actor(operator, "node", "operator", "node", Optional.empty());
            DisclosureEvent event = new PolicyChanged(
                    Actors.head(UUID.randomUUID(), now, Optional.empty(), node),
                    document.policy().version(),
                    document.sha256());
            journal.write(transaction, event, node.user(), Optional.empty(), Optional.empty());
            return true;
        });
    }
}
