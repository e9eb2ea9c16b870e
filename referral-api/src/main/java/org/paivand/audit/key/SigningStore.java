package org.paivand.audit.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the key store that holds the signing keys.
 *
 * @param type of key store, such as {@code PKCS12} or {@code PKCS11}
 * @param provider the name of an installed JCA provider; empty for whichever has that type
 * @param providerConfig what {@link Provider#configure} is given, for a device the path of its configuration
 * @param file empty where the keys lie on a device
 * @param password of the store and its keys, or the device's PIN
 */
public record SigningStore(
        String type, Optional<String> provider, Optional<String> providerConfig, Optional<Path> file, String password) {

    /** The usual one. */
    public static SigningStore pkcs12(Path file, String password) {
        return new SigningStore("PKCS12", Optional.empty(), Optional.empty(), Optional.of(file), password);
    }

    /** Installs the provider where it has to be configured. */
    KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore store = provider.isPresent()
                ? KeyStore.getInstance(type, configured(provider.get()))
                : KeyStore.getInstance(type);
        try (@Nullable InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : null) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private Provider configured(String name) throws GeneralSecurityException {
        Provider found = Security.getProvider(name);
        if (found == null) {
            throw new GeneralSecurityException("no provider " + name);
        }
        if (providerConfig.isEmpty()) {
            return found;
        }
        try {
            Provider configured = found.configure(providerConfig.get());
            Security.addProvider(configured);
            return configured;
        } catch (UnsupportedOperationException | InvalidParameterException refused) {
            throw new GeneralSecurityException("the provider refuses its configuration: " + name, refused);
        }
    }

    @Override
    public String toString() {
        return type + file.map(path -> " at " + path).orElse("");
    }
}
