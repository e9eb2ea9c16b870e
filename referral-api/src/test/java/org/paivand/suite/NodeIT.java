package org.paivand.suite;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole suite on one server: a test class each would boot one each. The chapters are interfaces. */
@ExtendWith(PreparedNode.class)
@ArquillianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeIT implements MainJob, Replay, BadBodies, BadTokens, Refusals, Negotiation, FailsClosed, Canary {

    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/paivand.war"));
    }
}
