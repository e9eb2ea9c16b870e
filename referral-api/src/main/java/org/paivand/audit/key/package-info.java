/** Where the log's signing keys are: a PKCS#12 file, or whatever a JCA provider reaches. */
@NullMarked
package org.paivand.audit.key;

import org.jspecify.annotations.NullMarked;
