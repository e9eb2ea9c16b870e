/** Languages, and texts in the three that everybody here reads. */
@NullMarked
package org.paivand.registry.language;

import org.jspecify.annotations.NullMarked;
