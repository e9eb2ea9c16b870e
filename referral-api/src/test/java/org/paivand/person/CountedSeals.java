package org.paivand.person;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** Counts how often this thread derives something with HMAC-SHA-256, by standing in front of the JDK's own. */
final class CountedSeals implements AutoCloseable {
    private static final String NAME = "CountedSeals";
    private static final ThreadLocal<AtomicInteger> COUNT = ThreadLocal.withInitial(AtomicInteger::new);

    CountedSeals() {
        Security.insertProviderAt(new Counting(), 1);
    }

    /** Since it was asked last. */
    int taken() {
        return COUNT.get().getAndSet(0);
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
    }

    /** Knows one algorithm. */
    private static final class Counting extends Provider {
        private static final long serialVersionUID = 1;

        Counting() {
            super(NAME, "1", "counts");
            putService(new Service(this, "Mac", "HmacSHA256", Counted.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Counted();
                }
            });
        }
    }

    /** The JDK's, counted. */
    public static final class Counted extends MacSpi {
        private final Mac real;

        Counted() {
            try {
                real = Mac.getInstance("HmacSHA256", "SunJCE");
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException(missing);
            }
        }

        @Override
        protected int engineGetMacLength() {
            return real.getMacLength();
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec parameters)
                throws java.security.InvalidKeyException, java.security.InvalidAlgorithmParameterException {
            real.init(key);
        }

        @Override
        protected void engineUpdate(byte input) {
            real.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            real.update(input, offset, length);
        }

        @Override
        protected byte[] engineDoFinal() {
            COUNT.get().incrementAndGet();
            return real.doFinal();
        }

        @Override
        protected void engineReset() {
            real.reset();
        }
    }
}
