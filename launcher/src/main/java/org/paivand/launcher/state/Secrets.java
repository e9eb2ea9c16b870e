package org.paivand.launcher.state;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passwords of one installation, each random and made when it is first asked for, kept in one file of mode 600.
 * Their letters ({@code A-Z a-z 0-9 _ -}) need no quoting in SQL, JSON or a URL.
 */
public final class Secrets {
    private static final int SECRET_BYTES = 24;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z.-]*)}");

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final TreeMap<String, String> known = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    public static Secrets in(Path file) throws IOException {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            PrivateFile.close(file);
            Properties kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                kept.load(reader);
            }
            kept.stringPropertyNames().forEach(name -> secrets.known.put(name, kept.getProperty(name)));
        }
        return secrets;
    }

    /** The secret of that name, which is on disk before it is returned. */
    public synchronized String of(String name) {
        String kept = known.get(name);
        if (kept != null) {
            return kept;
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        known.put(name, made);
        save();
        return made;
    }

    /** Replaces each <code>${name}</code> in the text by the secret of that name. */
    public String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(of(match.group(1))));
    }

    private void save() {
        String lines = known.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            PrivateFile.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String toString() {
        return "Secrets[" + known.size() + " withheld]";
    }
}
