package org.paivand.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.paivand.mail.smtp.MailRelay;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An operator's mail server, on this machine; takes everything unless told otherwise. */
public final class MailServer implements AutoCloseable {
    private final SMTPServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final Map<String, RejectException> refusals = new ConcurrentHashMap<>();

    /**
     * What came.
     *
     * @param raw a letter for each byte
     */
    public record Received(String from, String to, String raw) {
        public byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }

        public MimeMessage read() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes()));
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        /** Unfolded; empty if it isn't there. */
        public String header(String name) {
            try {
                return Optional.ofNullable(read().getHeader(name, null)).orElse("");
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        public String subject() {
            try {
                return read().getSubject();
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        public String text() {
            try {
                return (String) read().getContent();
            } catch (MessagingException | IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        /** Of a mail that holds one. */
        public String code() {
            return text().lines().findFirst().orElseThrow();
        }
    }

    public MailServer() {
        this(builder -> builder);
    }

    /** @param special what makes it another server */
    public MailServer(UnaryOperator<SMTPServer.Builder> special) {
        server = special.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("relay.example.org")
                        .insertReceivedHeaders(false)
                        .messageHandlerFactory(unusedContext -> new Handler()))
                .build();
        server.start();
    }

    private final class Handler implements MessageHandler {
        private String from = "";
        private String to = "";

        @Override
        public void from(String sender) throws RejectException {
            refuse("from");
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            refuse(recipient);
            to = recipient;
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] bytes = data.readAllBytes();
            refuse("data");
            Received mail = new Received(from, to, new String(bytes, StandardCharsets.ISO_8859_1));
            all.add(mail);
            received.add(mail);
            return "taken";
        }

        @Override
        public void done() {
            // Nothing is kept open.
        }
    }

    private void refuse(String what) throws RejectException {
        RejectException refusal = refusals.get(what);
        if (refusal != null) {
            throw new RejectException(refusal.getCode(), refusal.getMessage());
        }
    }

    /** @param what an address, {@code from} for every sender, or {@code data} for every mail */
    public void refuses(String what, int status, String words) {
        refusals.put(what, new RejectException(status, words));
    }

    public void takesAllAgain() {
        refusals.clear();
    }

    public int port() {
        return server.getPortAllocated();
    }

    public MailRelay relay() {
        return relay(MailRelay.Security.NONE);
    }

    public MailRelay relay(MailRelay.Security security) {
        return new MailRelay(
                "127.0.0.1", port(), security, Optional.empty(), new MailAddress("messages@mail.example.org"));
    }

    /** Waits for the next. */
    public Received take() throws InterruptedException {
        return Objects.requireNonNull(received.poll(30, TimeUnit.SECONDS), "no mail came");
    }

    public int waiting() {
        return received.size();
    }

    /** All that ever came. */
    public List<Received> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        server.stop();
    }
}
