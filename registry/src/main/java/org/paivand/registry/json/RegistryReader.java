package org.paivand.registry.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;

/**
 * Reads a directory from its JSON files. Strict: unknown or repeated members, wrong types and anything after the end are
 * refused. Each file may carry a {@code notice}, for the people who read it.
 */
public final class RegistryReader {

    /** All of them must be there, if only with an empty list. */
    public static final List<String> FILES =
            List.of("agencies.json", "locations.json", "services.json", "nodes.json", "agreements.json");

    private RegistryReader() {}

    /** Where the files are. */
    @FunctionalInterface
    public interface Source {

        /** The reader closes what this opens. */
        InputStream open(String file) throws IOException;
    }

    /** The exception names everything that is wrong in any file; only if nothing is, references are looked at. */
    public static Directory read(Source source) throws IOException, InvalidRegistryException {
        List<String> problems = new ArrayList<>();
        Contents contents = new Contents(
                file(source, "agencies", AgencyJson::read, problems),
                file(source, "locations", LocationJson::read, problems),
                file(source, "services", ServiceJson::read, problems),
                file(source, "nodes", NodeJson::read, problems),
                file(source, "agreements", AgreementJson::read, problems));
        if (!problems.isEmpty()) {
            throw new InvalidRegistryException(problems);
        }
        return Directory.of(contents);
    }

    private static <T> List<T> file(Source source, String name, Function<Members, T> reader, List<String> problems)
            throws IOException {
        try (InputStream in = source.open(name + ".json")) {
            return ItemFile.read(in, name, reader, problems);
        }
    }
}
