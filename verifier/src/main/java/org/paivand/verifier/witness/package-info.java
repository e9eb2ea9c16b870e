/** A witness that runs from this jar: the one part of it that listens. Checking evidence never comes here. */
@org.jspecify.annotations.NullMarked
package org.paivand.verifier.witness;
