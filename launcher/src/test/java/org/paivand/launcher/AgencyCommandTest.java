package org.paivand.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command takes, where nothing runs that it could ask. */
class AgencyCommandTest {
    private static final int USAGE = 2;

    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add application.json",
                "add application.json --first registrar-two --second registrar-one",
                "add --id tj-ngo-hope --kind ngo --name Hope --phone +999000000",
                "add --id tj-ngo-hope --kind ngo --name Hope --phone +999000000 --region TJ-SU --confidential",
                "remove tj-ngo-hope",
                "list"
            })
    void saysThatNothingRuns(String line) {
        assertEquals(Paivand.FAILED, run(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add",
                "add application.json --id tj-ngo-hope --kind ngo --name Hope --phone +999000000",
                "add --id tj-ngo-hope --kind ngo --name Hope",
                "add --id tj-ngo-hope --secret known",
                "remove",
                "list tj-ngo-hope",
                "promote tj-ngo-hope"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertEquals(USAGE, run(line));
    }

    @Test
    void tellsItsCommands() {
        assertEquals(Paivand.DONE, Paivand.run("agency", "--help"));
    }

    private static int run(String line) {
        List<String> arguments = new ArrayList<>(List.of("agency"));
        arguments.addAll(List.of(line.split(" ", -1)));
        arguments.addAll(List.of("--state", folder.resolve("none").toString()));
        return Paivand.run(arguments.toArray(String[]::new));
    }
}
