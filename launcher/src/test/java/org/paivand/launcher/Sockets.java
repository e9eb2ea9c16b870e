package org.paivand.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where processes listen, as the kernel tells it (proc(5), {@code /proc/net/tcp}). */
final class Sockets {
    private static final String LISTENING = "0A";

    private Sockets() {}

    /** Addresses in the kernel's hexadecimal form, {@code address:port}. */
    static List<String> listening(List<ProcessHandle> processes) throws IOException {
        Set<String> own = new HashSet<>();
        for (ProcessHandle process : processes) {
            try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
                for (Path descriptor : descriptors.toList()) {
                    if (Files.isSymbolicLink(descriptor)) {
                        own.add(Files.readSymbolicLink(descriptor).toString());
                    }
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+", -1);
                boolean open = table.contains("udp") || fields[3].equals(LISTENING);
                if (open && fields.length > 9 && own.contains("socket:[" + fields[9] + "]")) {
                    addresses.add(fields[1]);
                }
            }
        }
        return addresses;
    }

    static boolean isLoopback(String address) {
        String host = address.replaceAll(":.*", "");
        return host.equals("0100007F")
                || host.equals("0000000000000000FFFF00000100007F")
                || host.equals("00000000000000000000000001000000");
    }
}
