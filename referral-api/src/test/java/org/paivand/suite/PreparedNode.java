package org.paivand.suite;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes what the server needs before Arquillian reads its configuration and starts it. */
final class PreparedNode implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        TestNode.prepared().placeholders().forEach(System::setProperty);
    }
}
