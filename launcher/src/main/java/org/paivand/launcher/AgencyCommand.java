package org.paivand.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.launcher.agency.AgencyDesk;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.stack.Stack;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Agencies of a running installation, by the same calls and the same people as over HTTP. */
@Command(
        name = "agency",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Take agencies in, let them go, list them; through the API, by two people.")
final class AgencyCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Who acts. Each signs in with the password of the state folder. */
    static final class People {
        @Option(
                names = "--applicant",
                paramLabel = "ACCOUNT",
                defaultValue = "commission",
                description = "Records the application (default: ${DEFAULT-VALUE}).")
        private String applicant = "commission";

        @Option(
                names = "--first",
                paramLabel = "ACCOUNT",
                defaultValue = "registrar-one",
                description = "Approves first (default: ${DEFAULT-VALUE}).")
        private String first = "registrar-one";

        @Option(
                names = "--second",
                paramLabel = "ACCOUNT",
                defaultValue = "registrar-two",
                description = "Approves second, and is shown the secret (default: ${DEFAULT-VALUE}).")
        private String second = "registrar-two";
    }

    /** What is asked for, without a file. */
    static final class Asked {
        @Option(names = "--id", required = true, paramLabel = "ID", description = "Such as tj-ngo-hope.")
        private String id = "";

        @Option(names = "--kind", required = true, paramLabel = "KIND", description = "Such as ngo or shelter.")
        private String kind = "";

        @Option(names = "--name", required = true, paramLabel = "TEXT", description = "In English.")
        private String name = "";

        @Option(names = "--name-tg", paramLabel = "TEXT", description = "In Tajik (default: as in English).")
        private Optional<String> tajik = Optional.empty();

        @Option(names = "--name-ru", paramLabel = "TEXT", description = "In Russian (default: as in English).")
        private Optional<String> russian = Optional.empty();

        @Option(
                names = "--jurisdiction",
                paramLabel = "COUNTRY",
                defaultValue = "TJ",
                description = "Whose law binds it (default: ${DEFAULT-VALUE}).")
        private String jurisdiction = "TJ";

        @Option(
                names = "--sector",
                paramLabel = "SECTOR",
                defaultValue = "non-state",
                description = "state or non-state (default: ${DEFAULT-VALUE}).")
        private String sector = "non-state";

        @Option(names = "--region", paramLabel = "REGION", description = "ISO 3166-2; without it the whole country.")
        private Optional<String> region = Optional.empty();

        @Option(names = "--confidential", description = "Nobody may publish where it is.")
        private boolean confidential;

        @Option(
                names = "--office",
                paramLabel = "OFFICE",
                defaultValue = "it-service",
                description = "duty-desk, reception, registry-office or it-service (default: ${DEFAULT-VALUE}).")
        private String office = "it-service";

        @Option(
                names = "--phone",
                required = true,
                paramLabel = "NUMBER",
                description = "Of the office, not a person's.")
        private String phone = "";

        private ObjectNode body() {
            ObjectNode body = new ObjectMapper().createObjectNode();
            ObjectNode agency = body.putObject("agency");
            agency.put("agencyId", id).put("kind", kind).put("jurisdiction", jurisdiction);
            agency.putObject("name")
                    .put("tg", tajik.orElse(name))
                    .put("ru", russian.orElse(name))
                    .put("en", name);
            agency.put("sector", sector).put("confidentialLocation", confidential);
            region.ifPresent(code -> agency.put("region", code));
            body.putObject("contact").put("office", office).put("phone", phone);
            return body;
        }
    }

    /** A file or options, and one of them. */
    static final class Application {
        @Parameters(paramLabel = "FILE", description = "The application as JSON, as the API takes it.")
        private @Nullable Path file;

        @ArgGroup(exclusive = false)
        private @Nullable Asked asked;

        private JsonNode body() throws IOException {
            return file != null
                    ? new ObjectMapper().readTree(Files.readAllBytes(file))
                    : Objects.requireNonNull(asked).body();
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Apply for an agency, approve it by two people, wait for its client, and print the secret once.")
    int add(@Mixin StackOptions options, @Mixin People people, @ArgGroup(multiplicity = "1") Application application)
            throws IOException, StartFailedException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        AgencyDesk desk = new AgencyDesk(running(options), out);
        desk.add(application.body(), people.applicant, people.first, people.second);
        return Paivand.DONE;
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Suspend an agency at once, and disable its client and its people.")
    int remove(
            @Mixin StackOptions options,
            @Option(
                            names = "--registrar",
                            paramLabel = "ACCOUNT",
                            defaultValue = "registrar-one",
                            description = "Who lets it go (default: ${DEFAULT-VALUE}).")
                    String registrar,
            @Parameters(paramLabel = "ID", description = "The agency.") String id)
            throws IOException, StartFailedException, InterruptedException {
        new AgencyDesk(running(options), spec.commandLine().getOut()).remove(id, registrar);
        return Paivand.DONE;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the agencies that work, and the applications.")
    int list(@Mixin StackOptions options) throws IOException, StartFailedException, InterruptedException {
        new AgencyDesk(running(options), spec.commandLine().getOut()).list("commission");
        return Paivand.DONE;
    }

    private static Stack running(StackOptions options) throws IOException, StartFailedException {
        Optional<Stack> stack = options.state().exists() ? Stack.runningIn(options.state()) : Optional.empty();
        return stack.orElseThrow(() ->
                new StartFailedException("Nothing runs from " + options.state().root() + ": ./paivand up starts it"));
    }
}
