package org.paivand.casefile.key;

import java.util.function.Function;

/** Wraps with a key of the keystore. A generation that is added to the file counts from the next key that is wrapped. */
public final class KeystoreWrapping implements KeyWrapping {
    private final Keystore keystore;
    private final Function<Keystore, Generations> generations;

    private KeystoreWrapping(Keystore keystore, Function<Keystore, Generations> generations) {
        this.keystore = keystore;
        this.generations = generations;
    }

    /** For the keys of cases. */
    public static KeyWrapping master(Keystore keystore) {
        return new KeystoreWrapping(keystore, Keystore::masters);
    }

    /** For the keys of years. */
    public static KeyWrapping evidence(Keystore keystore) {
        return new KeystoreWrapping(keystore, Keystore::evidences);
    }

    @Override
    public byte[] wrap(byte[] place, byte[] raw) throws KeysUnavailableException {
        keystore.refresh();
        return generations.apply(keystore).seal(place, raw);
    }

    @Override
    public byte[] unwrap(byte[] place, byte[] wrapped) throws BrokenSealException, KeysUnavailableException {
        if (!generations.apply(keystore).has(Generations.number(wrapped))) {
            keystore.refresh();
        }
        return generations.apply(keystore).open(place, wrapped);
    }

    @Override
    public boolean isNewest(byte[] wrapped) {
        return Generations.number(wrapped) == generations.apply(keystore).newest();
    }
}
