package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;

/** Writes a directory as the files that {@link RegistryReader} reads; equal directories give equal bytes. */
public final class RegistryWriter {

    private RegistryWriter() {}

    /** By file name. */
    public static Map<String, byte[]> write(Directory directory) {
        Contents contents = directory.contents();
        Map<String, byte[]> files = new TreeMap<>();
        files.put("agencies.json", file("agencies", contents.agencies(), AgencyJson::node));
        files.put("locations.json", file("locations", contents.locations(), LocationJson::node));
        files.put("services.json", file("services", contents.services(), ServiceJson::node));
        files.put("nodes.json", file("nodes", contents.nodes(), NodeJson::node));
        files.put("agreements.json", file("agreements", contents.agreements(), AgreementJson::node));
        return Collections.unmodifiableMap(files);
    }

    private static <T> byte[] file(String name, Collection<T> items, Function<T, ObjectNode> node) {
        ObjectNode file = Nodes.object();
        file.set(name, Nodes.objects(items, node));
        return Json.lined(file);
    }
}
