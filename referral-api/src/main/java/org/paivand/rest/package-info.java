/** What every request goes through, whatever it asks for. */
@NullMarked
package org.paivand.rest;

import org.jspecify.annotations.NullMarked;
