package org.paivand.registry.hsds.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.paivand.registry.hsds.Fault;
import org.paivand.registry.hsds.UnreadableImportException;

/** The files of a zip that somebody sent: bounded in number and in what they unpack to, without directories, whole. */
final class ZipFiles {
    /** What all files together may unpack to; a few bytes of zip can claim gigabytes. */
    static final int MAX_UNPACKED = 64 * 1024 * 1024;

    private static final int MAX_FILES = 32;

    /** Nothing else is a name of ours: no path, no drive, no dot before it. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,62}\\.(csv|json)");

    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int COUNT_AT = 10;

    private ZipFiles() {}

    static Map<String, byte[]> read(byte[] zip) throws UnreadableImportException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MAX_UNPACKED;
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                require(NAME.matcher(entry.getName()).matches(), Fault.Code.UNKNOWN_MEMBER);
                require(files.size() < MAX_FILES, Fault.Code.TOO_MANY);
                byte[] file = unpacked(entries, left);
                left -= file.length;
                require(files.put(entry.getName(), file) == null, Fault.Code.DUPLICATE);
            }
        } catch (ZipException | java.io.EOFException damaged) {
            throw refused(Fault.Code.DAMAGED);
        } catch (IllegalArgumentException badName) {
            throw refused(Fault.Code.UNKNOWN_MEMBER);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        require(!files.isEmpty() && files.size() == counted(zip), Fault.Code.DAMAGED);
        return files;
    }

    private static byte[] unpacked(InputStream entry, int most) throws IOException, UnreadableImportException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        for (int read = entry.read(some); read >= 0; read = entry.read(some)) {
            require(bytes.size() + read <= most, Fault.Code.TOO_LONG);
            bytes.write(some, 0, read);
        }
        return bytes.toByteArray();
    }

    /** How many files the zip's own end says there are; a zip that was cut off has no end, and one that hides files another count. */
    private static int counted(byte[] zip) {
        int end = zip.length - END_RECORD;
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        return end >= 0 && bytes.getInt(end) == END_SIGNATURE ? bytes.getShort(end + COUNT_AT) : -1;
    }

    private static void require(boolean good, Fault.Code code) throws UnreadableImportException {
        if (!good) {
            throw refused(code);
        }
    }

    private static UnreadableImportException refused(Fault.Code code) {
        return new UnreadableImportException(List.of(Fault.whole(code)));
    }
}
