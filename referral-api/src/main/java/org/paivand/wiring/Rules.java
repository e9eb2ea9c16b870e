package org.paivand.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.notice.InvalidNoticeException;
import org.paivand.notice.NoticeFolder;
import org.paivand.notice.NoticeTexts;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.RegistryReader;
import org.paivand.registry.json.SampleDirectory;

/**
 * The registry, the policy and the notices a node starts with; one that is wrong anywhere keeps it from starting.
 *
 * @param document decides if the node starts for the first time; later it only counts if two people have put it in force
 */
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

    private static Directory read(Path folder) throws IOException, InvalidRegistryException {
        return RegistryReader.read(file -> Files.newInputStream(folder.resolve(file)));
    }
}
