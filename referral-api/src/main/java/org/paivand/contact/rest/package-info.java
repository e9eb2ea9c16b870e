/** Contacts over HTTP. */
@NullMarked
package org.paivand.contact.rest;

import org.jspecify.annotations.NullMarked;
