package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole suite on one server: a test class each would boot one each. The chapters are interfaces. */
@ExtendWith(PreparedNode.class)
@ArquillianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeIT
        implements MainJob,
                Consenting,
                NotAsOthersDo,
                ReleasedFields,
                FieldsByRole,
                Evidence,
                Erasures,
                Replay,
                BadBodies,
                BadTokens,
                Refusals,
                Negotiation,
                FailsClosed,
                LogInDoubt,
                Witnessing,
                PersonsPages,
                Moving,
                Feedbacks,
                Correspondences,
                Planning,
                Onward,
                Families,
                JointLinking,
                Hooks,
                Mails,
                Limited,
                Contacts,
                ByTheClient,
                BrunoCollection,
                Screenings,
                StatusDecisions,
                OutOfBand,
                ThroughHost,
                Paper,
                Statistics,
                Emergencies,
                Holding,
                LostConsents,
                Complaining,
                PolicyChanges,
                RegistryChanges,
                Capacities,
                Submitting,
                Reporting,
                OpenReferral,
                AgreementMatrix,
                ComingAndGoing,
                Canary {

    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/paivand.war"));
    }

    /** A node that has not signed once yet releases nothing; nor does a load balancer send it anybody. */
    @BeforeAll
    static void waitsUntilTheNodeSaysThatItIsReady() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest ready = HttpRequest.newBuilder(TestNode.prepared().base().resolve("/health/ready"))
                .build();
        Instant deadline = Instant.now().plusSeconds(60);
        while (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "the node is not ready after a minute");
            LockSupport.parkNanos(100_000_000);
        }
    }
}
