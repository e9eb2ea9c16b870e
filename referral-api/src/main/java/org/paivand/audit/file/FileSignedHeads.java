package org.paivand.audit.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.checkpoint.SignedHeads;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/**
 * Two lines in a file beside the keystore: size, and root in base64. Back it up with the key and never with the database: a
 * database restored from a backup is recognised by this file alone.
 */
public final class FileSignedHeads implements SignedHeads {
    private final Path file;

    public FileSignedHeads(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** {@link TreeHead#EMPTY} where no file is yet; an unreadable or altered one is an error, never an empty one. */
    @Override
    public synchronized TreeHead last() throws IOException {
        try {
            String[] lines = Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1);
            if (lines.length != 3 || !lines[2].isEmpty()) {
                throw new IOException("the file of the head that was signed last is damaged");
            }
            return new TreeHead(Strict.decimal(lines[0]), Hash.fromBase64(lines[1]));
        } catch (NoSuchFileException none) {
            return TreeHead.EMPTY;
        } catch (MalformedException | IllegalArgumentException damaged) {
            throw new IOException("the file of the head that was signed last is damaged", damaged);
        }
    }

    @Override
    public synchronized void remember(TreeHead head) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        ByteBuffer text = StandardCharsets.US_ASCII.encode(
                head.size() + "\n" + head.root().base64() + "\n");
        try (FileChannel channel = FileChannel.open(next, CREATE, TRUNCATE_EXISTING, WRITE)) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(next, file, ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), READ)) {
            folder.force(true);
        }
    }
}
