package org.paivand.caller;

/**
 * Whether the log's own files are for everybody, as the operator has chosen; otherwise they need a role.
 *
 * @param chosen {@code paivand.log.public}
 */
public record PublicLog(boolean chosen) {}
