/** The registry's items one by one, as they are changed. */
@NullMarked
package org.paivand.registry.record;

import org.jspecify.annotations.NullMarked;
