package org.paivand.entry;

/** What was sealed is as it was, and there is no key to open it with: for now, or since it was shredded. */
public final class NoVaultKeyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final boolean shredded;

    public NoVaultKeyException(boolean shredded, Throwable cause) {
        super(shredded ? "shredded" : "the keys can't be reached", cause);
        this.shredded = shredded;
    }

    public boolean isShredded() {
        return shredded;
    }
}
