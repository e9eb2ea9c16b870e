package org.paivand.verifier.witness;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ed25519 key pair in one file of two PEM blocks (RFC 7468 §10 and §13), readable by its owner alone. */
final class KeyFile {
    private static final int MAX_BYTES = 4096;
    private static final Pattern BLOCKS = Pattern.compile("""
            -----BEGIN PRIVATE KEY-----
            ([A-Za-z0-9+/=\n]+)
            -----END PRIVATE KEY-----
            -----BEGIN PUBLIC KEY-----
            ([A-Za-z0-9+/=\n]+)
            -----END PUBLIC KEY-----
            """);
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java 17 platform has Ed25519", impossible);
        }
    }

    /** A file that is there already stays as it is, and is an error. */
    static void write(Path file, KeyPair pair) throws IOException {
        String text = block("PRIVATE KEY", pair.getPrivate().getEncoded())
                + block("PUBLIC KEY", pair.getPublic().getEncoded());
        try (FileChannel channel = FileChannel.open(file, EnumSet.of(CREATE_NEW, WRITE), permissions())) {
            ByteBuffer rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** @throws IOException also if others than the owner may read or write the file, or if its keys aren't a pair */
    static KeyPair read(Path file) throws IOException {
        if (isPosix() && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(file + " may be used by others than its owner (chmod 600)");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is no key file");
        }
        Matcher blocks = BLOCKS.matcher(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII));
        if (!blocks.matches()) {
            throw new IOException(file + " is no key file");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            KeyPair pair = new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(decode(blocks.group(2)))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decode(blocks.group(1)))));
            requirePair(pair);
            return pair;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException(file + " is no key file", unusable);
        }
    }

    private static void requirePair(KeyPair pair) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        byte[] message = pair.getPublic().getEncoded();
        signature.initSign(pair.getPrivate());
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update(message);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("not a pair");
        }
    }

    private static FileAttribute<?>[] permissions() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String block(String name, byte[] der) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + name + "-----\n";
    }

    private static byte[] decode(String lines) {
        return Base64.getDecoder().decode(lines.replace("\n", ""));
    }
}
