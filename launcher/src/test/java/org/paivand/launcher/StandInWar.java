package org.paivand.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.paivand.launcher.standin.Configured;
import org.paivand.launcher.standin.StandIn;
import org.paivand.launcher.standin.WhoAmI;

/** Packs the stand-in application as a WAR. */
final class StandInWar {

    private StandInWar() {}

    static Path packed(Path war) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            for (Class<?> each : List.of(StandIn.class, WhoAmI.class, Configured.class)) {
                String name = each.getName().replace('.', '/') + ".class";
                try (InputStream bytes = each.getResourceAsStream("/" + name)) {
                    if (bytes == null) {
                        throw new IOException(name);
                    }
                    add(zip, "WEB-INF/classes/" + name, bytes.readAllBytes());
                }
            }
            String beans = "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"all\"/>";
            add(zip, "WEB-INF/beans.xml", beans.getBytes(StandardCharsets.UTF_8));
        }
        return war;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
