/** The directory for everybody, as HSDS 3 has it over HTTP; and its export and import for registrars. */
@NullMarked
package org.paivand.registry.hsds.rest;

import org.jspecify.annotations.NullMarked;
