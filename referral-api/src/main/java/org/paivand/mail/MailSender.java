package org.paivand.mail;

import java.util.Optional;

/** Hands one mail over. Waits some seconds at most. */
public interface MailSender {
    /** @throws RelayUnavailableException if it isn't this mail or its address that is at fault; another one would fare the same */
    Answer send(Letter letter) throws RelayUnavailableException;

    /**
     * What was answered.
     *
     * @param refusal the status of SMTP with which it wasn't taken; empty if it was
     * @param forGood whether that address takes no mail, now or later
     */
    record Answer(Optional<String> refusal, boolean forGood) {
        public static final Answer TAKEN = new Answer(Optional.empty(), false);
    }

    /** No relay, no common ground with it, or it lets this node send nothing. */
    final class RelayUnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param reason a word or a status, never what was sent or answered in words */
        public RelayUnavailableException(String reason) {
            super(reason);
        }
    }
}
