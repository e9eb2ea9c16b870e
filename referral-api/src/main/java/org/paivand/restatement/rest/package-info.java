/** Restating a case's consents over HTTP. */
@NullMarked
package org.paivand.restatement.rest;

import org.jspecify.annotations.NullMarked;
