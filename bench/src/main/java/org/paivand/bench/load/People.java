package org.paivand.bench.load;

import java.io.IOException;
import org.paivand.launcher.demo.Token;
import org.paivand.launcher.demo.Tokens;

/** Who sends the requests; their tokens live five minutes, so each measurement signs in anew. */
record People(Token officer, Token worker) {
    static final String SHELTER = "tj-shelter-north";

    static People signIn(Tokens tokens) throws IOException, InterruptedException {
        return new People(tokens.ofUser("officer"), tokens.ofUser("worker-one"));
    }
}
