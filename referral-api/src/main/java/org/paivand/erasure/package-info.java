/** Erasing a case: two people, a certificate in the log, and then the case's key. */
@NullMarked
package org.paivand.erasure;

import org.jspecify.annotations.NullMarked;
