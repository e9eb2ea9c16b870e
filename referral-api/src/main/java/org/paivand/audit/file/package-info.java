/** What lies beside the keystore. */
@NullMarked
package org.paivand.audit.file;

import org.jspecify.annotations.NullMarked;
