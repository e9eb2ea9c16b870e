package org.paivand.audit.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.paivand.audit.DurableFile;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/** The last signed head in a file of two lines: size, root in hex. Unreadable content is an error, never "nothing yet". */
public final class FileSignedHeads implements SignedHeads {
    private static final int MAX_BYTES = 128;

    private final Path file;

    /** Keeps the head in a file that belongs beside the keystore. */
    public FileSignedHeads(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public TreeHead last() throws IOException {
        if (Files.notExists(file)) {
            return TreeHead.EMPTY;
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("not a signed head");
        }
        try {
            String[] lines = Strict.utf8(Files.readAllBytes(file)).split("\n", -1);
            if (lines.length != 3 || !lines[2].isEmpty()) {
                throw new IOException("not a signed head");
            }
            return new TreeHead(Strict.decimal(lines[0]), Hash.fromHex(lines[1]));
        } catch (MalformedException | IllegalArgumentException e) {
            throw new IOException("not a signed head", e);
        }
    }

    @Override
    public void remember(TreeHead head) throws IOException {
        byte[] text = (head.size() + "\n" + head.root().hex() + "\n").getBytes(StandardCharsets.US_ASCII);
        DurableFile.replace(file, text);
    }
}
