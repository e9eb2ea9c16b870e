package org.paivand.launcher.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An evidence bundle unpacked, members in their order, so that one can be altered and all packed again as they were. */
record EvidenceZip(Map<String, byte[]> members) {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    static EvidenceZip of(byte[] zip) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return new EvidenceZip(members);
    }

    /** One member's name for each kind of member: the same name with other numbers and hashes is of the same kind. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        members.keySet().forEach(name -> kinds.put(name.replaceAll("[0-9a-f]{64}|[0-9]+", "#"), name));
        return kinds;
    }

    /** Flips one bit in the middle of that member. */
    EvidenceZip altered(String name) {
        Map<String, byte[]> altered = new LinkedHashMap<>(members);
        altered.computeIfPresent(name, (same, content) -> {
            byte[] other = content.clone();
            other[other.length / 2] ^= 1;
            return other;
        });
        return new EvidenceZip(altered);
    }

    /** The same with another content of that member. */
    EvidenceZip with(String name, byte[] content) {
        Map<String, byte[]> altered = new LinkedHashMap<>(members);
        altered.replace(name, content);
        return new EvidenceZip(altered);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
