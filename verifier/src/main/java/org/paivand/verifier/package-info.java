/** Checks evidence bundles with no network and no server; trust comes from the auditor's own hands. */
@org.jspecify.annotations.NullMarked
package org.paivand.verifier;
