package org.paivand.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.paivand.mail.Letter;
import org.paivand.mail.MailSender;

/**
 * Sends with the server's own Jakarta Mail (Eclipse Angus), each mail on a line of its own. Headers are set by name from values of
 * closed forms; Angus folds and encodes what isn't ASCII.
 */
public final class SmtpMailSender implements MailSender {
    /** What RFC 3463 files under security and policy, or under the server's own state: not the mailbox's fault. */
    private static final Pattern NOT_THE_MAILBOX = Pattern.compile("(?s)5[0-9][0-9][ -]5\\.[37]\\..*");

    private static final int CLOSING = 421;

    private final MailRelay relay;
    private final InstantSource clock;
    private final Session session;

    /** @param patience for each step: to connect, and to be answered */
    public SmtpMailSender(MailRelay relay, Duration patience, InstantSource clock) {
        this(relay, patience, clock, Optional.empty());
    }

    /** @param trust what makes encrypted lines, else than Java's own */
    SmtpMailSender(MailRelay relay, Duration patience, InstantSource clock, Optional<SSLSocketFactory> trust) {
        this.relay = relay;
        this.clock = clock;
        Properties properties = properties(relay, Long.toString(patience.toMillis()));
        trust.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        this.session = Session.getInstance(properties);
    }

    private static Properties properties(MailRelay relay, String millis) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.from", relay.from().value());
        // Else the name of this machine is told to whoever reads the mail's way.
        properties.setProperty("mail.smtp.localhost", relay.from().host());
        properties.setProperty("mail.smtp.auth", Boolean.toString(relay.login().isPresent()));
        boolean startTls = relay.security() == MailRelay.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(relay.security() == MailRelay.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        return properties;
    }

    @Override
    public Answer send(Letter letter) throws RelayUnavailableException {
        try (Transport line = session.getTransport("smtp")) {
            line.connect(
                    relay.host(),
                    relay.port(),
                    relay.login().map(MailRelay.Login::user).orElse(null),
                    relay.login().map(MailRelay.Login::password).orElse(null));
            MimeMessage message = message(letter);
            Address[] to = message.getAllRecipients();
            line.sendMessage(message, to);
            return Answer.TAKEN;
        } catch (MessagingException refused) {
            return answer(refused);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new RandomlyNamed(session, relay.from().host());
        message.setFrom(named(relay.from().value(), letter.sender()));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.to().value(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language().code());
        if (letter.way().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.way().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.saveChanges();
        return message;
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java platform has UTF-8", impossible);
        }
    }

    /** A mail whose id says nothing of this machine, its user or its time. */
    private static final class RandomlyNamed extends MimeMessage {
        private final String host;

        RandomlyNamed(Session session, String host) {
            super(session);
            this.host = host;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + host + ">");
        }
    }

    /** Only what was answered to this recipient, or to this mail, is about them. */
    private static Answer answer(MessagingException refused) throws RelayUnavailableException {
        for (@Nullable Exception each = refused; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException recipient && recipient.getReturnCode() != CLOSING) {
                int status = recipient.getReturnCode();
                String said = String.valueOf(recipient.getMessage());
                boolean forGood =
                        status >= 500 && !NOT_THE_MAILBOX.matcher(said).matches();
                return new Answer(Optional.of(Integer.toString(status)), forGood);
            }
        }
        if (refused instanceof SMTPSendFailedException mail
                && mail.getReturnCode() != CLOSING
                && mail.getReturnCode() > 0
                && !String.valueOf(mail.getCommand()).startsWith("MAIL")) {
            return new Answer(Optional.of(Integer.toString(mail.getReturnCode())), false);
        }
        throw new RelayUnavailableException(
                refused instanceof SMTPSendFailedException mail
                        ? Integer.toString(mail.getReturnCode())
                        : refused.getClass().getSimpleName());
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
