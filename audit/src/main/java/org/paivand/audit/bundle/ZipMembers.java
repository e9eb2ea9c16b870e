package org.paivand.audit.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.paivand.audit.MalformedException;

/**
 * A zip's members, one after the other, where no byte of the file belongs to none of them. Reads by the central
 * directory and requires that reading from the front would find the same.
 */
final class ZipMembers implements Closeable {
    private final FileChannel file;
    private final FileWindow contents;
    private final FileWindow headers;
    private final Inflater inflater = new Inflater(true);
    private final ZipDirectory directory;
    private long inDirectory;
    private long inFile;
    private long read;
    private Optional<ZipHeader> header = Optional.empty();

    private ZipMembers(FileChannel file) throws IOException, MalformedException {
        this.file = file;
        this.contents = new FileWindow(file);
        this.headers = new FileWindow(file);
        this.directory = ZipDirectory.find(headers, file.size());
        this.inDirectory = directory.offset();
        advance();
    }

    static ZipMembers open(Path path) throws IOException, MalformedException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new ZipMembers(file);
        } catch (IOException | MalformedException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    boolean isNext(String name) {
        return header.isPresent() && header.get().name().equals(name);
    }

    boolean nextStartsWith(String prefix) {
        return header.isPresent() && header.get().name().startsWith(prefix);
    }

    /** The next member's name; a name is no more than the file's claim. */
    String nextName() throws MalformedException {
        return header.orElseThrow(() -> new MalformedException("the bundle ends too early"))
                .name();
    }

    /** The content of the next member, which must have this name; then goes on to the one after it. */
    byte[] content(String name, int maxBytes) throws IOException, MalformedException {
        if (!isNext(name)) {
            throw new MalformedException("where " + name + " belongs stands something else, or nothing");
        }
        ZipHeader member = header.orElseThrow();
        if (member.unpacked() > maxBytes || member.packed() > maxBytes + 1024L) {
            throw new MalformedException(name + " is larger than it may be");
        }
        long contentAt = member.contentAt(contents);
        ByteBuffer packed = contents.read(contentAt, (int) member.packed());
        byte[] content = new byte[(int) member.unpacked()];
        if (member.method() == ZipHeader.STORED) {
            packed.get(content);
        } else {
            inflate(member, packed, content);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != member.crc()) {
            throw new MalformedException(name + " does not match its checksum");
        }
        inFile = member.endAt(contents, contentAt);
        advance();
        return content;
    }

    void requireEnd() throws MalformedException {
        if (header.isPresent()) {
            throw new MalformedException("the bundle has members that do not belong in it");
        }
        if (inFile != directory.offset() || inDirectory != directory.end()) {
            throw new MalformedException("the zip file holds bytes that belong to no member");
        }
    }

    private void advance() throws IOException, MalformedException {
        header = Optional.empty();
        if (read == directory.members()) {
            return;
        }
        ZipHeader next = ZipHeader.read(headers, inDirectory);
        if (next.offset() != inFile) {
            throw new MalformedException("the zip file's members do not follow each other");
        }
        inDirectory = next.next();
        read++;
        header = Optional.of(next);
    }

    private void inflate(ZipHeader member, ByteBuffer packed, byte[] content) throws MalformedException {
        try {
            inflater.reset();
            inflater.setInput(packed);
            int length = inflater.inflate(content);
            boolean whole = length == content.length && (inflater.finished() || inflater.inflate(new byte[1]) == 0);
            if (!whole || !inflater.finished() || inflater.getRemaining() != 0) {
                throw new MalformedException(member.name() + " unpacks to another length");
            }
        } catch (DataFormatException e) {
            throw new MalformedException(member.name() + " does not unpack", e);
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }
}
