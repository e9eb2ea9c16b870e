package org.paivand.registry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.service.Service;

/**
 * Reads a directory from its three JSON files. Strict: unknown or repeated members, wrong types and anything after the
 * end are refused. Each file may carry a {@code notice}, for the people who read it.
 */
public final class RegistryReader {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RegistryReader() {}

    /** Reads the streams to their end without closing them; the exception names every file that is wrong. */
    public static Directory read(InputStream agencies, InputStream services, InputStream agreements)
            throws IOException, InvalidRegistryException {
        List<String> problems = new ArrayList<>();
        List<Agency> readAgencies = file(agencies, "agencies", AgencyJson::read, problems);
        List<Service> readServices = file(services, "services", ServiceJson::read, problems);
        List<Agreement> readAgreements = file(agreements, "agreements", AgreementJson::read, problems);
        if (!problems.isEmpty()) {
            throw new InvalidRegistryException(problems);
        }
        return Directory.of(readAgencies, readServices, readAgreements);
    }

    private static <T> List<T> file(InputStream in, String name, Function<Members, T> reader, List<String> problems)
            throws IOException {
        try {
            Members file = new Members(parse(in, name), "");
            file.optionalText("notice", Function.identity());
            List<T> items = file.objects(name, reader);
            file.end();
            return items;
        } catch (MalformedFile e) {
            problems.add(name + ": " + e.getMessage());
            return List.of();
        }
    }

    private static JsonNode parse(InputStream in, String name) throws IOException {
        try {
            return JSON.readTree(in.readAllBytes());
        } catch (JsonProcessingException e) {
            throw new MalformedFile("", "isn't JSON, line " + e.getLocation().getLineNr() + " of " + name);
        }
    }
}
