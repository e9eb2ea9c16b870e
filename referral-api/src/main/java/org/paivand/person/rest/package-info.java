/** Receipts for workers, and the pages for persons. */
@NullMarked
package org.paivand.person.rest;

import org.jspecify.annotations.NullMarked;
