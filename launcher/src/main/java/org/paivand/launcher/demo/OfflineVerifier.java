package org.paivand.launcher.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.paivand.launcher.stack.Home;

/** The verifier's jar as an auditor runs it: a process of its own, with a bundle, a trust policy, and nothing else. */
record OfflineVerifier(Path jar, Path trust) {

    /** What it printed, and its exit status. */
    record Verdict(int exitStatus, List<String> said) {
        String last() {
            return said.isEmpty() ? "" : said.get(said.size() - 1);
        }
    }

    Verdict verify(Path bundle) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Home.java(), "-jar", jar.toString(), "verify", "--trust", trust.toString(), bundle.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), said.lines().toList());
    }
}
