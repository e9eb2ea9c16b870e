package org.paivand.mail.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.mail.Letter;
import org.paivand.mail.MailAddress;
import org.paivand.mail.MailLanguage;
import org.paivand.mail.MailSender;
import org.paivand.mail.MailSender.Answer;
import org.paivand.mail.MailSender.RelayUnavailableException;
import org.paivand.mail.MailServer;
import org.paivand.mail.smtp.MailRelay.Security;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;

@Timeout(60)
class SmtpMailSenderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String DESK = "desk@example.org";

    @AutoClose
    private final MailServer server = new MailServer();

    private static Letter letter() {
        return new Letter(
                new MailAddress(DESK),
                "Паёмҳо",
                "Чизи нав ҳаст",
                "Барои шумо чизи нав ҳаст.\n\nhttps://node.example.org\n",
                MailLanguage.TG,
                Optional.of(URI.create("https://node.example.org/u/way")));
    }

    private static MailSender to(MailRelay relay) {
        return new SmtpMailSender(relay, PATIENCE, InstantSource.system());
    }

    private static MailSender trusting(MailRelay relay, TestCertificate certificate) {
        return new SmtpMailSender(
                relay,
                PATIENCE,
                InstantSource.system(),
                Optional.of(certificate.context().getSocketFactory()));
    }

    private static void unavailable(MailSender sender) {
        assertThrows(RelayUnavailableException.class, () -> sender.send(letter()));
    }

    @Test
    void sendsPlainTextThatSaysItIsAutomaticAndHowToEndIt() throws Exception {
        assertEquals(Answer.TAKEN, to(server.relay()).send(letter()));

        MailServer.Received mail = server.take();
        assertEquals("messages@mail.example.org", mail.from());
        assertEquals(DESK, mail.to());
        assertEquals("Чизи нав ҳаст", mail.subject());
        assertEquals(letter().text(), mail.text().replace("\r\n", "\n"));
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        assertEquals("<https://node.example.org/u/way>", mail.header("List-Unsubscribe"));
        assertEquals("List-Unsubscribe=One-Click", mail.header("List-Unsubscribe-Post"));
        assertTrue(mail.header("Content-Type").startsWith("text/plain"), mail.header("Content-Type"));
    }

    @Test
    void hasNoOtherHeadersAndNoneThatNamesThisMachine() throws Exception {
        Answer unusedTaken = to(server.relay()).send(letter());

        MailServer.Received mail = server.take();
        Set<String> names = new TreeSet<>();
        Collections.list(mail.read().getAllHeaders()).forEach(header -> names.add(header.getName()));
        assertEquals(
                Set.of(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding",
                        "Content-Language",
                        "Auto-Submitted",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post"),
                names);
        assertFalse(mail.raw().contains(InetAddress.getLocalHost().getHostName() + "."));
        assertFalse(mail.raw().contains(System.getProperty("user.name") + "@"));
    }

    @Test
    void givesEachMailAnIdOfItsOwn() throws Exception {
        MailSender sender = to(server.relay());
        Answer unusedOne = sender.send(letter());
        Answer unusedOther = sender.send(letter());

        String id = server.take().header("Message-ID");
        assertTrue(id.matches("<[0-9a-f-]{36}@mail\\.example\\.org>"), id);
        assertNotEquals(id, server.take().header("Message-ID"));
    }

    @Test
    void tellsAnAddressThatIsRefusedForGoodFromOneThatIsNot() throws Exception {
        MailSender sender = to(server.relay());
        server.refuses(DESK, 550, "5.1.1 no such mailbox");
        assertEquals(new Answer(Optional.of("550"), true), sender.send(letter()));
        server.refuses(DESK, 553, "no such mailbox");
        assertEquals(new Answer(Optional.of("553"), true), sender.send(letter()));
        server.refuses(DESK, 452, "4.2.2 mailbox full");
        assertEquals(new Answer(Optional.of("452"), false), sender.send(letter()));
        server.refuses(DESK, 550, "5.7.1 relaying denied");
        assertEquals(new Answer(Optional.of("550"), false), sender.send(letter()));
        server.takesAllAgain();
        server.refuses("data", 554, "5.6.0 not liked");
        assertEquals(new Answer(Optional.of("554"), false), sender.send(letter()));
    }

    @Test
    void blamesNoAddressForWhatIsBetweenNodeAndRelay() throws Exception {
        server.refuses("from", 550, "5.7.1 you may not send");
        unavailable(to(server.relay()));
        server.takesAllAgain();
        server.refuses(DESK, 421, "closing");
        unavailable(to(server.relay()));

        MailRelay gone = server.relay();
        server.close();
        unavailable(to(gone));
    }

    @Test
    void saysNothingInTheClearToAServerThatOffersNoEncryption() {
        unavailable(to(server.relay(Security.STARTTLS)));
        unavailable(to(server.relay(Security.TLS)));

        assertEquals(0, server.waiting());
    }

    @Test
    void encryptsAndAsksWhoTheServerIs(@TempDir Path folder) throws Exception {
        TestCertificate right = TestCertificate.of(folder, "ip:127.0.0.1");
        TestCertificate another = TestCertificate.of(folder, "dns:relay.example.org");
        try (MailServer offering =
                        new MailServer(builder -> builder.requireTLS().startTlsSocketFactory(right.context()));
                MailServer wrapped = new MailServer(builder -> builder.serverSocketFactory(right.context()));
                MailServer misnamed =
                        new MailServer(builder -> builder.requireTLS().startTlsSocketFactory(another.context()))) {
            assertEquals(
                    Answer.TAKEN,
                    trusting(offering.relay(Security.STARTTLS), right).send(letter()));
            assertEquals(
                    Answer.TAKEN, trusting(wrapped.relay(Security.TLS), right).send(letter()));

            unavailable(to(offering.relay(Security.STARTTLS)));
            unavailable(trusting(misnamed.relay(Security.STARTTLS), another));
            assertEquals(List.of(1, 1, 0), List.of(offering.waiting(), wrapped.waiting(), misnamed.waiting()));
        }
    }

    @Test
    void signsInWhereItIsAsked() throws Exception {
        try (MailServer closed = new MailServer(builder -> builder.requireAuth()
                .authenticationHandlerFactory(new PlainAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("node") || !password.equals("right")) {
                        throw new LoginFailedException();
                    }
                })))) {
            MailRelay open = closed.relay();
            unavailable(to(open));
            unavailable(to(known(open, "wrong")));
            assertEquals(Answer.TAKEN, to(known(open, "right")).send(letter()));
        }
    }

    private static MailRelay known(MailRelay relay, String password) {
        return new MailRelay(
                relay.host(),
                relay.port(),
                relay.security(),
                Optional.of(new MailRelay.Login("node", password)),
                relay.from());
    }

    @Test
    void waitsForNoServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            unavailable(to(new MailRelay(
                    "127.0.0.1",
                    silent.getLocalPort(),
                    Security.NONE,
                    Optional.empty(),
                    new MailAddress("messages@mail.example.org"))));
        }
    }

    @Test
    void isSentInTheClearOnThisMachineAlone() {
        for (String host : List.of("relay.example.org", "127.0.0.1.example.org", "10.0.0.1", "0.0.0.0")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new MailRelay(
                            host, 25, Security.NONE, Optional.empty(), new MailAddress("messages@mail.example.org")));
        }
    }
}
