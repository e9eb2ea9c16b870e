/** Child protection's part over HTTP. */
@NullMarked
package org.paivand.protection.rest;

import org.jspecify.annotations.NullMarked;
