/** Letters as the bytes that are sealed. */
@NullMarked
package org.paivand.intake.json;

import org.jspecify.annotations.NullMarked;
