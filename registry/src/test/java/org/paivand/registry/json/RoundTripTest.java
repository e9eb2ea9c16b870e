package org.paivand.registry.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;

class RoundTripTest {

    @Property(tries = 200)
    void readsBackTheDirectoryThatItWrote(@ForAll long seed) throws Exception {
        Directory directory = Directory.of(new AnyRegistry(seed).contents());

        Directory again = read(RegistryWriter.write(directory));

        assertEquals(directory.contents(), again.contents());
    }

    @Property(tries = 50)
    void writesEqualDirectoriesAsEqualBytesInWhateverOrderTheyWereGiven(@ForAll long seed) throws Exception {
        Contents contents = new AnyRegistry(seed).contents();
        Map<String, byte[]> files = RegistryWriter.write(Directory.of(contents));

        Map<String, byte[]> again = RegistryWriter.write(Directory.of(AnyRegistry.reversed(contents)));

        assertEquals(files.keySet(), again.keySet());
        files.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    }

    @Property(tries = 100)
    void readsBackEachItemOnItsOwn(@ForAll long seed) throws Exception {
        Contents contents = new AnyRegistry(seed).contents();

        for (var agency : contents.agencies()) {
            assertEquals(agency, AgencyJson.read(AgencyJson.write(agency)));
        }
        for (var location : contents.locations()) {
            assertEquals(location, LocationJson.read(LocationJson.write(location)));
        }
        for (var service : contents.services()) {
            assertEquals(service, ServiceJson.read(ServiceJson.write(service)));
        }
        for (var node : contents.nodes()) {
            assertEquals(node, NodeJson.read(NodeJson.write(node)));
        }
        for (var agreement : contents.agreements()) {
            assertEquals(agreement, AgreementJson.read(AgreementJson.write(agreement)));
        }
    }

    private static Directory read(Map<String, byte[]> files) throws IOException, InvalidRegistryException {
        return RegistryReader.read(file -> new ByteArrayInputStream(files.get(file)));
    }
}
