package org.paivand.audit.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreSpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JCA provider as a device's is: it is configured, its private keys have no bytes, and it can be pulled out. */
public final class TestDevice extends Provider {
    public static final String NAME = "TestDevice";
    public static final String TYPE = "DEVICE";
    private static final long serialVersionUID = 1L;
    private static volatile boolean present = true;
    private final String configuration;

    private TestDevice(String configuration) {
        super(NAME, "1", "a device of a test");
        this.configuration = configuration;
        putService(new Service(this, "KeyStore", TYPE, Store.class.getName(), null, null) {
            @Override
            public Object newInstance(@Nullable Object parameter) {
                return new Store(TestDevice.this.configuration);
            }
        });
        putService(
                new Service(
                        this,
                        "Signature",
                        "Ed25519",
                        Ed25519.class.getName(),
                        List.of(),
                        java.util.Map.of("SupportedKeyClasses", Handle.class.getName())) {
                    @Override
                    public Object newInstance(@Nullable Object parameter) {
                        return new Ed25519();
                    }
                });
    }

    public static void plugIn() {
        present = true;
        Security.addProvider(new TestDevice(""));
    }

    /** For good. */
    public static void unplug() {
        Security.removeProvider(NAME);
    }

    public static void pullOut() {
        present = false;
    }

    public static void putBack() {
        present = true;
    }

    @Override
    public Provider configure(String file) {
        Security.removeProvider(NAME);
        return new TestDevice(file);
    }

    /** A key that stays where it is. */
    private static final class Handle implements PrivateKey {
        private static final long serialVersionUID = 1L;
        private final transient PrivateKey inside;

        Handle(PrivateKey inside) {
            this.inside = inside;
        }

        @Override
        public String getAlgorithm() {
            return "Ed25519";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    private static final class Ed25519 extends SignatureSpi {
        private @Nullable Signature inside;

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            throw new InvalidKeyException("it signs only");
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!present || !(key instanceof Handle handle)) {
                throw new InvalidKeyException("no such key here");
            }
            try {
                inside = Signature.getInstance("Ed25519", "SunEC");
                inside.initSign(handle.inside);
            } catch (GeneralSecurityException failure) {
                throw new InvalidKeyException(failure);
            }
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            engineUpdate(new byte[] {b}, 0, 1);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            signature().update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signature().sign();
        }

        private Signature signature() throws SignatureException {
            if (inside == null) {
                throw new SignatureException("not begun");
            }
            return inside;
        }

        @Override
        protected boolean engineVerify(byte[] claimed) {
            return false;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }

    /** Reads a PKCS#12 file in its inside. */
    private static final class Store extends KeyStoreSpi {
        private final String file;
        private @Nullable KeyStore inside;

        Store(String file) {
            this.file = file;
        }

        private KeyStore inside() {
            if (inside == null) {
                throw new IllegalStateException("not loaded");
            }
            return inside;
        }

        @Override
        public void engineLoad(@Nullable InputStream none, char[] pin) throws IOException {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                inside = KeyStore.getInstance("PKCS12");
                inside.load(in, pin);
            } catch (GeneralSecurityException failure) {
                throw new IOException(failure);
            }
        }

        @Override
        public @Nullable Key engineGetKey(String alias, char[] pin) {
            try {
                return inside().getKey(alias, pin) instanceof PrivateKey key ? new Handle(key) : null;
            } catch (GeneralSecurityException failure) {
                throw new UncheckedIOException(new IOException(failure));
            }
        }

        @Override
        public @Nullable Certificate engineGetCertificate(String alias) {
            try {
                return inside().getCertificate(alias);
            } catch (GeneralSecurityException failure) {
                throw new UncheckedIOException(new IOException(failure));
            }
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return engineGetCertificate(alias) != null;
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return engineContainsAlias(alias);
        }

        @Override
        public Certificate @Nullable [] engineGetCertificateChain(String alias) {
            return null;
        }

        @Override
        public @Nullable Date engineGetCreationDate(String alias) {
            return null;
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.emptyEnumeration();
        }

        @Override
        public int engineSize() {
            return 0;
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return false;
        }

        @Override
        public @Nullable String engineGetCertificateAlias(Certificate certificate) {
            return null;
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] pin, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineStore(OutputStream out, char[] pin) {
            throw new UnsupportedOperationException();
        }
    }
}
