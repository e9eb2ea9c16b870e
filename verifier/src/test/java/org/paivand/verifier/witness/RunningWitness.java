package org.paivand.verifier.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as an operator starts it, in a process of its own. */
final class RunningWitness implements AutoCloseable {
    private final Process process;
    private final URI url;

    private RunningWitness(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Process program(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.paivand.verifier.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static RunningWitness start(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("witness"));
        arguments.addAll(List.of(options));
        Process process = program(arguments.toArray(String[]::new));
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null || !line.startsWith("listening http://127.0.0.1:")) {
            process.destroyForcibly();
            throw new IOException("it does not listen: " + line);
        }
        return new RunningWitness(process, URI.create(line.split(" ", 3)[1]));
    }

    HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("add-checkpoint"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
