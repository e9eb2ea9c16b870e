/** The only way out: lock, read, decide, write the entry, commit, and only then hand over bytes. */
@NullMarked
package org.paivand.release;

import org.jspecify.annotations.NullMarked;
