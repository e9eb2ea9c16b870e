package org.paivand.openapi;

import java.util.Optional;

/**
 * One exchange out of the contract's examples.
 *
 * @param name of the request's example; empty if there is but one
 * @param answered the first example of the operation's success, absent where the success is bytes
 */
public record Example(String operationId, String name, Sent sent, Optional<Answered> answered) {

    @Override
    public String toString() {
        return name.isEmpty() ? operationId : operationId + " (" + name + ")";
    }
}
